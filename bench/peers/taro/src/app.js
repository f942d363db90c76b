import { useLaunch } from '@tarojs/taro';
import { load } from './shop';
import '../../shop/shop.css';

export default function App({ children }) {
  useLaunch(load);
  return children;
}
