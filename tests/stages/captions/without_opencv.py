"""What the sandbox's child meets where OpenCV is not installed."""

raise ImportError("No module named 'cv2'")
