namespace Infra.LoadTesting.Targets;

/// <summary>An answer has a part that is longer than anybody keeps in memory.</summary>
internal sealed class AnswerTooLongException : IOException;
