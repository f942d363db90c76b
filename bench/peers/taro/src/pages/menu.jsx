import { Image, ScrollView, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { memo, useState } from 'react';
import { pictureOf, yuan } from '../../../shop/goods';
import Choices from '../components/choices';
import { add, useCart, useGroups } from '../shop';

const look = (code) => Taro.navigateTo({ url: `/pages/dish?code=${code}` });

function Buy({ dish, count, onChoose }) {
  if (dish.sold_out) return <Text className='sold'>卖完了</Text>;
  if (dish.options.length) {
    return <View className='choose' onClick={() => onChoose(dish)}>选规格{count ? <Text> {count}</Text> : null}</View>;
  }
  return (
    <View className='stepper'>
      {count ? <View className='minus' onClick={() => add(dish.code, [], -1)}>−</View> : null}
      {count ? <Text className='count'>{count}</Text> : null}
      <View className='plus' onClick={() => add(dish.code, [], 1)}>+</View>
    </View>
  );
}

const Row = memo(function Row({ dish, count, onChoose }) {
  return (
    <View className='dish'>
      <Image className='picture' src={pictureOf(dish)} mode='aspectFill' lazyLoad onClick={() => look(dish.code)} />
      <View className='words'>
        <View className='name'>{dish.name}</View>
        <View className='about'>{dish.description}</View>
        <View className='price'>¥{yuan(dish.price_fen)}</View>
      </View>
      <Buy dish={dish} count={count} onChoose={onChoose} />
    </View>
  );
});

export default function Menu() {
  const groups = useGroups();
  const { counts, count, sum } = useCart();
  const [active, setActive] = useState(0);
  const [chosen, setChosen] = useState(null);
  const inGroup = groups.map(({ dishes }) => dishes.reduce((all, { code }) => all + (counts[code] || 0), 0));
  const close = () => setChosen(null);
  const checkout = () => count && Taro.navigateTo({ url: '/pages/checkout' });
  return (
    <>
      <View className='menu'>
        <ScrollView className='rail' scrollY>
          {groups.map(({ code, name }, index) => (
            <View key={code} className={index === active ? 'category on' : 'category'} onClick={() => setActive(index)}>
              {name}
              {inGroup[index] ? <Text className='badge'>{inGroup[index]}</Text> : null}
            </View>
          ))}
        </ScrollView>
        <ScrollView className='list' scrollY scrollWithAnimation scrollIntoView={`g${active}`}>
          {groups.map((group, index) => (
            <View key={group.code} id={`g${index}`}>
              <View className='head'>{group.name}</View>
              {group.dishes.map((dish) => (
                <Row key={dish.code} dish={dish} count={counts[dish.code]} onChoose={setChosen} />
              ))}
            </View>
          ))}
        </ScrollView>
      </View>
      <View className='bar'>
        <Text className='bar-sum'>{count ? `${count} 件 ¥${sum}` : '还没点菜'}</Text>
        <View className={count ? 'go' : 'go off'} onClick={checkout}>去结算</View>
      </View>
      {chosen ? (
        <>
          <View className='shade' onClick={close} />
          <View className='sheet'>
            <View className='name'>{chosen.name}</View>
            <Choices dish={chosen} onPut={close} />
          </View>
        </>
      ) : null}
    </>
  );
}
