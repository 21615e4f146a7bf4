/** An error as the Bot API answers it. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters?: object;

  constructor(status: number, description: string, parameters?: object) {
    super(description);
    this.status = status;
    if (parameters) this.parameters = parameters;
  }

  get envelope(): object {
    return {
      ok: false,
      error_code: this.status,
      description: this.message,
      ...(this.parameters && { parameters: this.parameters }),
    };
  }
}

export function bad(description: string): Refusal {
  return new Refusal(400, `Bad Request: ${description}`);
}
