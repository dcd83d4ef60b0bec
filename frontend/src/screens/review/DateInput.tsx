import { useCallback } from 'react';
import { DateField } from '../../ui/DateField';
import { common, type InputProps } from './FieldRow';
import css from './field.module.css';

export function DateInput(props: InputProps) {
  const { onWrong } = props;
  const wrong = useCallback((is: boolean) => onWrong(is), [onWrong]);
  const { ref, ...rest } = common(props);
  return (
    <DateField
      label={null}
      value={props.value}
      onChange={props.onChange}
      inputRef={ref}
      invalid={wrong}
      wrapperClass={css.date}
      inputProps={{ ...rest, classNames: { input: css.input } }}
    />
  );
}
