namespace Infra.LoadTesting.Targets;

/// <summary>How a request has failed. Failures of a kind and detail are counted together, so neither has anything of a single request in it, nor words of the server's.</summary>
/// <param name="Kind">How.</param>
/// <param name="Detail">A status or a type; empty where the kind says it all.</param>
public readonly record struct Failure(FailureKind Kind, string Detail = "") : IComparable<Failure>
{
    public int CompareTo(Failure other) => Kind.CompareTo(other.Kind) is var kind and not 0 ? kind : string.CompareOrdinal(Detail, other.Detail);

    /// <summary>In words.</summary>
    public override string ToString() => Kind switch
    {
        FailureKind.Refused => "connection refused",
        FailureKind.Dns => "name not found",
        FailureKind.Unreachable => "host unreachable",
        FailureKind.Tls => "no secure connection",
        FailureKind.Timeout => "timeout",
        FailureKind.Reset => "closed before the answer",
        FailureKind.Cut => "answer cut short",
        FailureKind.HttpStatus => $"HTTP {Detail}",
        FailureKind.GrpcStatus => $"gRPC {Detail}",
        FailureKind.StreamError => "error in the stream",
        FailureKind.Malformed => "malformed answer",
        FailureKind.TooLong => "answer too long",
        FailureKind.NoConnectionLeft => "no connection left on this machine",
        _ => $"other: {Detail}",
    };

    public static bool operator <(Failure left, Failure right) => left.CompareTo(right) < 0;

    public static bool operator <=(Failure left, Failure right) => left.CompareTo(right) <= 0;

    public static bool operator >(Failure left, Failure right) => left.CompareTo(right) > 0;

    public static bool operator >=(Failure left, Failure right) => left.CompareTo(right) >= 0;
}
