namespace Infra.LoadTesting.Payloads;

/// <summary>What a request carries: JSON, or a message of gRPC.</summary>
/// <param name="Content">Its bytes; none asks with GET.</param>
public sealed record Payload(ReadOnlyMemory<byte> Content)
{
    public static Payload None { get; } = new(ReadOnlyMemory<byte>.Empty);
}
