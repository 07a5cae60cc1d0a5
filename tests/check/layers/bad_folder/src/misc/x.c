int misc_x;
