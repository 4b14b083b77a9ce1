namespace Infra.Planning.Rendering;

public readonly record struct TextSegment(string Text, TextRole Role = TextRole.Plain);
