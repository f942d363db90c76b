/** What every mini-program platform has besides its API object; for those that publish no typings. */
declare function App(app: object): void;
declare function Page(page: object): void;
declare function Component(component: object): void;
declare function getCurrentPages(): unknown[];
