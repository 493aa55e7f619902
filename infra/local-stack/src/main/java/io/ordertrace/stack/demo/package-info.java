/**
 * What the stack shows when it has just been started: one sample order of each sort that a support person meets, sent
 * through the services' real HTTP APIs ({@link DemoTraffic}); before them a week from recordings ({@code history});
 * afterwards the life that goes on through the services ({@code live}), by one plan ({@code plan}).
 */
@NullMarked
package io.ordertrace.stack.demo;

import org.jspecify.annotations.NullMarked;
