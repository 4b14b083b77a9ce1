using System.Net.Sockets;
using Infra.Cli.Bases;

namespace Infra.Cli.Doctor;

/// <summary>Programs on the <c>PATH</c>, and the network.</summary>
internal sealed class Probes : IProbes
{
    private static readonly Dictionary<string, string?> _environment = new()
    {
        ["LC_ALL"] = "C",
        ["AWS_PAGER"] = "",
        ["AWS_CLI_AUTO_PROMPT"] = "off",
        ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
        ["DOTNET_NOLOGO"] = "true",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    public async Task<ProgramAnswer?> RunAsync(string program, IReadOnlyList<string> arguments, string folder, CancellationToken stop)
    {
        var error = new List<string>();
        try
        {
            var (exitCode, output) = await ChildProcess.RunAsync(program, arguments, folder, _environment, error.Add, stop);
            return new ProgramAnswer(exitCode, output, string.Join('\n', error));
        }
        catch (UsageException)
        {
            return null;
        }
    }

    public async Task<string?> ConnectAsync(string host, int port, CancellationToken stop)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, stop);
            return null;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode switch
            {
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "its name isn't known here",
                SocketError.ConnectionRefused => "it refuses the connection",
                SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable => "nobody answers",
                var code => $"the connection failed ({code})",
            };
        }
    }

    public string? ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
