/** One message as the person sees it in the chat. */
export interface Shown {
  id: string;
  chat: string;
  text: string;
  buttons: { label: string; data: string }[];
  document?: { name: string; bytes: Buffer };
}
