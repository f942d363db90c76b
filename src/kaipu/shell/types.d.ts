/**
 * The shapes the shell and the blocks share: the document, the catalogue and the orders as they come over the wire, and
 * what `block` and `screen` take. Types only; nothing here is in a package.
 */

export interface Choice {
  code: string;
  name: string;
  price_fen: number;
  sold_out: boolean;
}

export interface Option {
  code: string;
  name: string;
  kind: 'one' | 'many';
  max?: number | null;
  choices: Choice[];
}

export interface Dish {
  code: string;
  category: string;
  name: string;
  description: string;
  picture: string;
  price_fen: number;
  unit: string;
  was_fen: number | null;
  sold_out: boolean;
  remaining: number | null;
  box_count: number;
  tags: string[];
  options: Option[];
}

export interface Category {
  code: string;
  name: string;
}

export interface Catalog {
  revision: string;
  currency: string;
  categories: Category[];
  dishes: Dish[];
}

export interface Hours {
  days: number[];
  opens: string;
  closes: string;
}

export interface ShopInformation {
  name: string;
  branch: string;
  address: string;
  phones: string[];
  latitude: number | null;
  longitude: number | null;
  hours: Hours[];
  timezone: string;
  opening: 'hours' | 'open' | 'closed';
  closed_note: string;
  tables: string[];
  table_notes: Record<string, string>;
  order_kinds: string[];
  packing_fee_fen: number;
  notices: string[];
}

export type Link =
  | { kind: 'page'; page: string }
  | { kind: 'dish'; dish: string }
  | { kind: 'category'; category: string }
  | { kind: 'call'; phone: string }
  | { kind: 'map' }
  | { kind: 'none' };

export interface Theme {
  primary: string;
  accent: string;
  background: string;
  surface: string;
  text: string;
  radius_px: number;
}

export interface Tab {
  id: string;
  page: string;
  label: string;
  icon: string;
}

export interface Node {
  id: string;
  block: string;
  version: number;
  hidden?: boolean;
  props: Record<string, any>;
}

export interface Definition {
  name: string;
  description?: string;
  theme: Theme;
  tabs: Tab[];
  page_order: string[];
  pages: Record<string, { id: string; title: string; nodes: string[] }>;
  nodes: Record<string, Node>;
}

/** What the shell shows at one moment; replaced whole, never changed in place. */
export interface Content {
  sha256: string;
  definition: Definition;
  catalog: Catalog;
  shop: ShopInformation;
}

/** The generated module `kaipu/release`: what the package was built from. */
export interface PackagedRelease extends Content {
  slug: string;
  api: string;
  pictures: string;
  /** Path of a page as the shell says it -> as it is in the package, where that is not the same. */
  places?: Record<string, string>;
}

/** What a block's `derive` is given besides its props. */
export interface Shop {
  catalog: Catalog;
  shop: ShopInformation;
  /** What `picture:` names are appended to. */
  pictures: string;
  /** What absolute paths such as `/media/…` are appended to: '' on the web. */
  origin: string;
  /** The table the shopper sits at, or ''. */
  table: string;
  now_ms: number;
}

/** A dish as a list shows it. */
export interface Card {
  code: string;
  name: string;
  description: string;
  picture: string;
  /** First character of the name, drawn where there is no picture. */
  letter: string;
  price: string;
  was: string;
  /** More than one price is possible. */
  from: boolean;
  tag: string;
  sold_out: boolean;
  /** 'Only 3 left today', or ''. */
  left: string;
  /** Options must be looked at before it can be put into the cart. */
  choose: boolean;
}

export interface CartLine {
  dish: string;
  /** As it was when it was put in: what to call it once the catalogue no longer knows it. */
  name: string;
  choices: string[];
  quantity: number;
}

export type Problem = '' | 'gone' | 'sold_out' | 'options' | 'left';

/** A line of the cart looked up in the catalogue of the moment. */
export interface PricedLine extends CartLine {
  key: string;
  picture: string;
  options: string;
  amount_fen: number;
  box_count: number;
  /** Why it cannot be ordered as it is. Such a line counts nothing. */
  problem: Problem;
}

/** What one change of the cart means for who shows counts. */
export interface CartChange extends CartSummary {
  dish: string;
  count: number;
}

export interface CartSummary {
  /** By dish code. */
  counts: Record<string, number>;
  total_count: number;
  total_fen: number;
}

export type OrderState = 'unpaid' | 'paid' | 'making' | 'ready' | 'done' | 'cancelled' | 'refunded';

export interface OrderLine {
  dish: string;
  name: string;
  options: string;
  quantity: number;
  unit_price_fen: number;
  amount_fen: number;
  picture: string;
}

export interface Order {
  id: string;
  number: string;
  kind: 'table' | 'pickup';
  state: OrderState;
  table: string | null;
  pickup_at: string | null;
  note: string;
  lines: OrderLine[];
  packing_fee_fen: number;
  total_fen: number;
  created_at: string;
  pay_before: string | null;
  paid_at: string | null;
  timeline: { state: string; at: string }[];
}

/** Why a request came to nothing, in a sentence the reader can act on. */
export interface Failure {
  code: string;
  message: string;
  /** 0: there was no answer. */
  status: number;
}

export interface TapEvent {
  currentTarget: { dataset: Record<string, any> };
  detail: any;
}

type Methods = Record<string, (event: TapEvent) => void>;

/** `data` of the block or page as its functions see it; `own` values are not drawn and live on the instance. */
type Drawn<Data, Own> = Own & {
  data: Data;
  setData(changes: Record<string, unknown>, done?: () => void): void;
};

/** What every block and page can say. */
type SharedWords = typeof import('./words').shared;

export interface BlockDefinition<View, Words, Data, Counted, M extends Methods> {
  words?: { zh: Words; en: Words };
  /** Pure: called at the start and whenever props or shop change. */
  derive(props: any, shop: Shop, words: Words): View;
  /** What depends on the cart, put beside `view`. Called at the start and when more than one line changed. */
  counted?(view: View, cart: CartSummary): Counted;
  data?: Data;
  methods?: M & Methods;
  /** One dish's count changed: the smallest possible setData. */
  onCart?(change: CartChange): void;
  /** A link to a category was followed to the page the block is on; its code. */
  onCategory?(category: string): void;
}

export type Block = <View, Words, Data = {}, Counted = {}, M extends Methods = {}>(
  definition: BlockDefinition<View, Words, Data, Counted, M> &
    ThisType<Drawn<Data & Counted & { props: any; view: View; words: Words & SharedWords }, Record<string, any>> & M>,
) => void;

export interface ScreenDefinition<Words, Data, M extends Methods> {
  words: { zh: Words; en: Words };
  data: Data;
  open?(query: Record<string, string>, route: string): void;
  /** The page came to the front. */
  show?(): void;
  hide?(): void;
  close?(): void;
  /** The shop's content was replaced, or the page was opened or shown again. */
  draw?(): void;
  /** Asked for by pulling down or after coming online; besides the shop's content, which is always fetched. */
  refresh?(): Promise<unknown> | void;
  /** One dish's count changed, or more than one line. */
  onCart?(change: CartChange | null): void;
  share?(): { title: string; path: string; picture?: string };
  methods?: M & Methods;
}

export type Screen = <Words, Data, M extends Methods = {}>(
  definition: ScreenDefinition<Words, Data, M> &
    ThisType<Drawn<Data & { words: Words & SharedWords; theme: string; offline: boolean }, Record<string, any>> & M>,
) => void;
