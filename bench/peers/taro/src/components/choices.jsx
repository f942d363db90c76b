import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { priceOf, startOf, toggle, yuan } from '../../../shop/goods';
import { add } from '../shop';

export default function Choices({ dish, onPut }) {
  const [choices, setChoices] = useState(() => startOf(dish));
  const put = () => {
    add(dish.code, choices, 1);
    onPut();
  };
  return (
    <>
      {dish.options.map((group) => (
        <View key={group.code} className='group'>
          <View className='about'>{group.name}</View>
          <View className='choices'>
            {group.choices.map((choice) => {
              const id = `${group.code}:${choice.code}`;
              return (
                <View key={id} className={choices.includes(id) ? 'choice on' : 'choice'} onClick={() => setChoices(toggle(dish, choices, id))}>
                  {choice.name}
                  {choice.price_fen ? <Text> +¥{yuan(choice.price_fen)}</Text> : null}
                </View>
              );
            })}
          </View>
        </View>
      ))}
      <View className='field'>
        <Text className='bar-sum price'>¥{yuan(priceOf(dish, choices))}</Text>
        <View className='go put' onClick={put}>加入购物车</View>
      </View>
    </>
  );
}
