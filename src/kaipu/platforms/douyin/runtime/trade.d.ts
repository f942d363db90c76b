/** Calls of the trade system, which the published typings leave out; from the page named in pay.js. */
import '@douyin-microapp/typings/types/api';

interface Failed {
  errMsg: string;
  errNo?: number;
}

declare module '@douyin-microapp/typings/types/api' {
  export const requestOrder: (options: {
    data: string;
    byteAuthorization: string;
    success?(answer: { orderId: string }): void;
    fail?(problem: Failed): void;
  }) => void;
  export const getOrderPayment: (options: {
    orderId: string;
    success?(): void;
    fail?(problem: Failed): void;
  }) => void;
}
