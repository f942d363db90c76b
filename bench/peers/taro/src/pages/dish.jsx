import { Image, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { pictureOf } from '../../../shop/goods';
import Choices from '../components/choices';
import { dishOf, useCatalog } from '../shop';

export default function Dish() {
  const { params } = useRouter();
  useCatalog();
  const dish = dishOf(params.code);
  if (!dish) return <View className='nothing'>没有这道菜</View>;
  return (
    <>
      <Image className='hero' src={pictureOf(dish)} mode='aspectFill' />
      <View className='form'>
        <View className='title'>{dish.name}</View>
        <View className='about'>{dish.description}</View>
        {dish.sold_out ? null : <Choices dish={dish} onPut={() => Taro.navigateBack()} />}
      </View>
    </>
  );
}
