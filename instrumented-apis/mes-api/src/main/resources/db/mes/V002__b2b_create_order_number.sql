create sequence b2b_order_number;
