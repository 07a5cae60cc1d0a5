TOP = 'top'
