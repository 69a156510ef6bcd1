"""One child's story: read as steps, and played as the people of the demo would by the pages."""
