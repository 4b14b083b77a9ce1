using System.Net;
using Infra.LoadTesting.Payloads;
using Infra.LoadTesting.Runs;
using Infra.LoadTesting.Targets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Infra.LoadTesting.Tests.Targets;

/// <summary>Against a server of HTTP/2 that writes the frames of gRPC by hand.</summary>
public sealed class GrpcTargetTests : IAsyncLifetime
{
    // A message with one field, the name of a model.
    private static readonly byte[] _named = [0x0A, 1, (byte)'m'];

    private readonly WebApplication _server;
    private string _path = "";
    private byte[] _received = [];
    private string? _authorization;
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;

    public GrpcTargetTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _server = builder.Build();
        _server.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            (_path, _received, _authorization) = (context.Request.Path, body.ToArray(), context.Request.Headers.Authorization);
            await _answer(context);
        });
    }

    public Task InitializeAsync() => _server.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_message_goes_out_in_a_frame_and_one_comes_back()
    {
        _answer = context => SayAsync(context, _named, "0");
        var headers = new RequestHeaders();
        Assert.True(headers.TryAdd("Authorization", "Bearer secret"));

        var answer = await AskAsync(GrpcMethod.OpenInference, headers);

        Assert.Null(answer.Failure);
        Assert.Equal(("/inference.GRPCInferenceService/ModelInfer", "Bearer secret"), (_path, _authorization));
        Assert.Equal([0, 0, 0, 0, 3, .. _named], _received);
    }

    [Fact]
    public async Task TensorFlow_is_asked_for_a_prediction()
    {
        _answer = context => SayAsync(context, _named, "0");

        Assert.Null((await AskAsync(GrpcMethod.TensorFlowPredict)).Failure);
        Assert.Equal("/tensorflow.serving.PredictionService/Predict", _path);
    }

    [Theory]
    [InlineData("5", "gRPC NotFound")]
    [InlineData("14", "gRPC Unavailable")]
    [InlineData("4", "timeout")]
    [InlineData("8", "gRPC ResourceExhausted")]
    public async Task A_status_is_a_failure(string status, string failure)
    {
        _answer = context => SayAsync(context, null, status);

        Assert.Equal(failure, $"{(await AskAsync(GrpcMethod.OpenInference)).Failure}");
    }

    [Fact]
    public async Task What_is_no_message_is_malformed()
    {
        _answer = context => SayAsync(context, [0x0A, 200], "0");
        Assert.Equal("malformed answer", $"{(await AskAsync(GrpcMethod.OpenInference)).Failure}");

        _answer = context => SayAsync(context, [], "0");
        Assert.Equal("malformed answer", $"{(await AskAsync(GrpcMethod.OpenInference)).Failure}");
    }

    [Fact]
    public async Task A_message_that_says_it_is_longer_than_memory_is_too_long()
    {
        _answer = async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[] { 0, 0x7F, 0xFF, 0xFF, 0xFF });
        };

        Assert.Equal("answer too long", $"{(await AskAsync(GrpcMethod.OpenInference)).Failure}");
    }

    [Fact]
    public async Task A_stream_that_is_reset_and_a_page_of_html_are_failures()
    {
        _answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        Assert.Equal("closed before the answer", $"{(await AskAsync(GrpcMethod.OpenInference)).Failure}");

        _answer = context => context.Response.WriteAsync("<html>");
        Assert.NotNull((await AskAsync(GrpcMethod.OpenInference)).Failure);
    }

    [Fact]
    public async Task Being_stopped_is_no_failure()
    {
        using var stop = new CancellationTokenSource();
        _answer = async context =>
        {
            var aborted = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(aborted.SetResult);
            await stop.CancelAsync();
            await aborted.Task;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(GrpcMethod.OpenInference, stop: stop.Token));
    }

    private async Task<Answer> AskAsync(GrpcMethod method, RequestHeaders? headers = null, CancellationToken stop = default)
    {
        var address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var channel = GrpcTarget.Channel(new Uri(address), LoadClient.Handler());
        return await new GrpcTarget(channel, method, headers ?? new RequestHeaders()).SendAsync(new Payload(_named), new RunClock(TimeProvider.System), stop);
    }

    private static async Task SayAsync(HttpContext context, byte[]? message, string status)
    {
        context.Response.ContentType = "application/grpc";
        if (message is not null)
        {
            await context.Response.Body.WriteAsync(new byte[] { 0, 0, 0, 0, (byte)message.Length }.Concat(message).ToArray());
        }
        else
        {
            await context.Response.StartAsync();
        }
        context.Response.AppendTrailer("grpc-status", status);
    }
}
