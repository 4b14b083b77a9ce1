using System.Text.Json;

namespace Infra.Cli.Doctor;

/// <summary>Where states are kept, and who asks.</summary>
internal sealed class LoginCheck(string folder) : ICheck
{
    public string Name => "Pulumi login";

    public bool IsRequired => true;

    public async Task<CheckResult> RunAsync(IProbes probes, CancellationToken stop) => await probes.RunAsync("pulumi", ["whoami", "--json", "--non-interactive"], folder, stop) switch
    {
        null => CheckResult.Unknown("needs the Pulumi CLI"),
        { ExitCode: 0, Output: var json } => CheckResult.Ok(Who(json)),
        // The CLI's own words: captures, not-logged-in.txt.
        { Error: var error } when error.Contains("PULUMI_ACCESS_TOKEN must be set", StringComparison.Ordinal) || error.Contains("pulumi login", StringComparison.Ordinal) =>
            CheckResult.Missing("not logged in to a backend", "Pulumi Cloud: 'pulumi login', or PULUMI_ACCESS_TOKEN.", "A bucket: 'pulumi login s3://BUCKET?region=REGION'; examples/bootstrap makes one."),
        { ExitCode: var code } => CheckResult.Unknown($"the backend gave no answer (exit code {code})", "'pulumi whoami --verbose' says why."),
    };

    private static string Who(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var user = root.TryGetProperty("user", out var name) ? name.GetString() : null;
            return $"{user ?? "somebody"} at {(root.TryGetProperty("url", out var url) ? Place(url.GetString()) : "a backend")}";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "logged in";
        }
    }

    // Of an address only who is asked: the rest may hold a password or a key.
    private static string Place(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? address.Scheme == Uri.UriSchemeFile ? "files of this machine" : $"{address.Scheme}://{address.Host}"
        : "a backend";
}
