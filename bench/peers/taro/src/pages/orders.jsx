import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { API, yuan } from '../../../shop/goods';

const STATES = { unpaid: '待付款', paid: '制作中', done: '已完成', cancelled: '已取消' };

export default function Orders() {
  const [orders, setOrders] = useState([]);
  const load = () => {
    Taro.request({
      url: API + '/orders',
      success: ({ data }) => setOrders(data),
      complete: () => Taro.stopPullDownRefresh(),
    });
  };
  useDidShow(load);
  usePullDownRefresh(load);
  if (!orders.length) return <View className='nothing'>还没有订单</View>;
  return orders.map((order) => (
    <View key={order.id} className='order'>
      <View className='name'>{order.number} {STATES[order.state]}</View>
      {order.lines.map((line, index) => <View key={index} className='about'>{line.name} ×{line.quantity}</View>)}
      <View className='price'>¥{yuan(order.total_fen)}</View>
    </View>
  ));
}
