namespace Infra.LoadTesting.Payloads;

/// <summary>A file has no payload in it that could be sent: what was found and what is allowed, on one line.</summary>
public sealed class PayloadException(string message) : FormatException(message);
