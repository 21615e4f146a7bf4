/** What the operator reads in the log. */
export const reminderLog = {
  notDecided: 'what a person is to be reminded of could not be decided; tried again in ten minutes',
};
