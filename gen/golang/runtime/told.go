// Whether the server says that the request should be sent again.

package runtime

// told is the server's word by the first locator that has one.
func (d *decoder) told(list []locator) hint {
	for i := range list {
		for _, text := range d.texts(&list[i], kindFlag) {
			//errgen:if cleanup
			text = list[i].clean(text)
			//errgen:end
			switch text {
			case "true":
				return hintRetry
			case "false":
				return hintNoRetry
			}
		}
	}
	return 0
}
