/** What a body is in its sentence. */
export type Role =
  | 'agent'
  | 'object'
  | 'recipient'
  | 'via'
  | 'partner'
  | 'assisted'
  | 'parent'
  | 'owner'
  | 'by'
  | 'competent'
  | 'topic'
  | 'model'
  /** “Đơn vị chủ trì là X”. */
  | 'named';

/** A body or kind of unit or person in a text: tokens `from` to `to`. */
export interface Mention {
  from: number;
  to: number;
  name: string;
  /** A body with a proper name, which may be said in short: “Ban Tổ chức” for “Ban Tổ chức Huyện ủy”. */
  proper: boolean;
  role: Role;
  /** With what is said behind the next in a list: “đảng bộ, chi bộ cơ sở” is also “đảng bộ cơ sở”. */
  longer?: string;
}
