import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { yuan } from '../../../shop/goods';
import { add, clear, useCart } from '../shop';

const checkout = () => Taro.navigateTo({ url: '/pages/checkout' });

export default function Cart() {
  const { lines, sum } = useCart();
  if (!lines.length) return <View className='nothing'>购物车是空的</View>;
  return (
    <>
      {lines.map((line) => (
        <View key={line.key} className='line'>
          <View className='words'>
            <View className='name'>{line.name}</View>
            <View className='about'>{line.words}</View>
            <View className='price'>¥{yuan(line.price_fen)}</View>
          </View>
          <View className='stepper'>
            <View className='minus' onClick={() => add(line.code, line.choices, -1)}>−</View>
            <Text className='count'>{line.quantity}</Text>
            <View className='plus' onClick={() => add(line.code, line.choices, 1)}>+</View>
          </View>
        </View>
      ))}
      <View className='bar'>
        <Text className='bar-sum'>¥{sum}</Text>
        <Text className='label' onClick={clear}>清空</Text>
        <View className='go' onClick={checkout}>去结算</View>
      </View>
    </>
  );
}
