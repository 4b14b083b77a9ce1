using System.Net.Sockets;
using System.Security.Authentication;
using Google.Protobuf;
using Grpc.Core;

namespace Infra.LoadTesting.Targets;

/// <summary>Which failure an exception is.</summary>
internal static class Failures
{
    // What Grpc.Net.Client says of an answer beyond MaxReceiveMessageSize; it gives neither an exception nor a status of its own.
    private const string TooLongForClient = "Received message exceeds the maximum configured message size.";

    /// <summary>Loads what naming a failure needs: a run that has used up all files could not open it any more.</summary>
    public static void Prepare()
    {
        foreach (var exception in (Exception[])[new RpcException(new Status(StatusCode.Unknown, "")), new HttpRequestException(HttpRequestError.ConnectionError, null, new SocketException()), new InvalidOperationException()])
        {
            Of(exception, hasBegun: false);
        }
    }

    /// <summary>Names it.</summary>
    /// <param name="exception">What the client has thrown.</param>
    /// <param name="hasBegun">Whether the answer had begun.</param>
    public static Failure Of(Exception exception, bool hasBegun)
    {
        var closed = new Failure(hasBegun ? FailureKind.Cut : FailureKind.Reset);
        return exception switch
        {
            RpcException rpc => OfRpc(rpc, hasBegun),
            AnswerTooLongException => new Failure(FailureKind.TooLong),
            System.Text.Json.JsonException or InvalidProtocolBufferException => new Failure(FailureKind.Malformed),
            HttpRequestException { HttpRequestError: var error } http => OfHttp(http, error, closed),
            HttpIOException { HttpRequestError: var error } io => OfHttp(io, error, closed),
            _ when Inner<SocketException>(exception) is { } socket => OfSocket(socket, closed),
            IOException => closed,
            _ => new Failure(FailureKind.Other, exception.GetType().Name),
        };
    }

    private static Failure OfHttp(Exception exception, HttpRequestError error, Failure closed) => error switch
    {
        HttpRequestError.NameResolutionError => new Failure(FailureKind.Dns),
        HttpRequestError.SecureConnectionError => new Failure(FailureKind.Tls),
        HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new Failure(FailureKind.Malformed),
        HttpRequestError.ResponseEnded => closed,
        _ when Inner<SocketException>(exception) is { } socket => OfSocket(socket, closed),
        _ when Inner<AuthenticationException>(exception) is not null => new Failure(FailureKind.Tls),
        // HTTP/2: the other side reset the stream or took its leave.
        HttpRequestError.HttpProtocolError => closed,
        _ when Inner<IOException>(exception) is not null => closed,
        _ => new Failure(FailureKind.Other, $"{exception.GetType().Name} {error}"),
    };

    private static Failure OfSocket(SocketException socket, Failure closed) => socket.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => new Failure(FailureKind.Refused),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new Failure(FailureKind.Dns),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown => new Failure(FailureKind.Unreachable),
        SocketError.TimedOut => new Failure(FailureKind.Timeout),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => closed,
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.AddressNotAvailable or SocketError.AddressAlreadyInUse => new Failure(FailureKind.NoConnectionLeft),
        var code => new Failure(FailureKind.Other, $"SocketException {code}"),
    };

    // A status that the client made up has the reason inside; one of the server's has none.
    private static Failure OfRpc(RpcException rpc, bool hasBegun) => rpc.Status.DebugException switch
    {
        null when rpc.StatusCode == StatusCode.DeadlineExceeded => new Failure(FailureKind.Timeout),
        null when rpc.Status.Detail == TooLongForClient => new Failure(FailureKind.TooLong),
        null => new Failure(FailureKind.GrpcStatus, $"{rpc.StatusCode}"),
        var inner when Of(inner, hasBegun) is { Kind: not FailureKind.Other } named => named,
        _ => new Failure(FailureKind.GrpcStatus, $"{rpc.StatusCode}"),
    };

    private static T? Inner<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }
        return null;
    }
}
