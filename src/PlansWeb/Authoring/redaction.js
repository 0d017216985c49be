// Shows the page again when the content is no more the one that it shows. A page that is out of sight keeps no connection: browsers allow six.
{
  const { changes, state } = document.currentScript.dataset;
  let events;
  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = undefined;
    } else if (!events) {
      events = new EventSource(changes);
      events.onmessage = ({ data }) => {
        if (data !== state) {
          events.close();
          location.reload();
        }
      };
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
}
