/** Whether workflows and actions keep our rules, and what the grading action does. */
@NullMarked
package edgecraft.workshop.workflow;

import org.jspecify.annotations.NullMarked;
