import NativeReaders
import Testing
