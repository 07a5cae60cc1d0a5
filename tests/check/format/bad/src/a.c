int bad( int a ){
  return a+1; }
