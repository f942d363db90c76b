import { Image, Swiper, SwiperItem, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { pictureOf, yuan } from '../../../shop/goods';
import { useCart, useCatalog } from '../shop';

const look = (code) => Taro.navigateTo({ url: `/pages/dish?code=${code}` });
const menu = () => Taro.switchTab({ url: '/pages/menu' });

export default function Home() {
  const { categories, dishes } = useCatalog();
  const { counts } = useCart();
  const shown = dishes.slice(0, 6);
  return (
    <>
      <Swiper className='banner' autoplay circular indicatorDots>
        {shown.slice(0, 3).map((dish) => (
          <SwiperItem key={dish.code} onClick={() => look(dish.code)}>
            <Image className='banner-picture' src={pictureOf(dish)} mode='aspectFill' />
          </SwiperItem>
        ))}
      </Swiper>
      <View className='nav'>
        {categories.slice(0, 5).map(({ code, name }) => (
          <View key={code} className='nav-item' onClick={menu}>
            <Image className='nav-picture' src={`https://shop.example/pictures/nav_${code}.webp`} />
            <View>{name}</View>
          </View>
        ))}
      </View>
      <View className='title'>招牌面</View>
      <View className='grid'>
        {shown.map((dish) => (
          <View key={dish.code} className='card' onClick={() => look(dish.code)}>
            <Image className='card-picture' src={pictureOf(dish)} mode='aspectFill' lazyLoad />
            <View className='name'>{dish.name}</View>
            <View className='about'>{dish.description}</View>
            <View className='price'>¥{yuan(dish.price_fen)}</View>
            {counts[dish.code] ? <Text className='badge'>{counts[dish.code]}</Text> : null}
          </View>
        ))}
      </View>
    </>
  );
}
