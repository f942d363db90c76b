require('kaipu/block').block({ derive(props) { return { rows: props.rows }; } });
