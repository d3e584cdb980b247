/** As wide as the code was before it had a formatter, so that formatting it changed the least. */
export default { printWidth: 160 };
