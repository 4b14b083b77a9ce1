namespace Infra.Benchmarks;

/// <summary>A benchmark that can't go on; the message is for the user.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
