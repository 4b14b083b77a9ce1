using Newtonsoft.Json.Linq;
using Xunit;

namespace Infra.TestKit.Prometheus;

/// <summary>
/// The real <c>amtool</c> judges configurations of Alertmanager; tests are skipped where it isn't installed. Debian's is 0.25, and production is 0.34: what both
/// understand is what may be written. There is one exception: a webhook's <c>url_file</c> came with 0.26 (prometheus/alertmanager, CHANGELOG, #3223), so that 0.25 is shown an
/// address in its place.
/// </summary>
public static class AmTool
{
    private const string Program = "amtool";

    /// <summary>What is wrong with a configuration; empty if nothing is.</summary>
    /// <param name="configuration">The configuration as JSON, which is YAML too.</param>
    public static async Task<string> CheckAsync(string configuration)
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, "check-config", Write(folder, configuration));
        return result.ExitCode == 0 ? "" : $"{result.Output}{result.Error}";
    }

    /// <summary>Who is told of an alert: names of receivers, in order, with commas.</summary>
    /// <param name="configuration">The configuration as JSON.</param>
    /// <param name="labels">The alert's labels, such as <c>severity=P0</c>.</param>
    public static async Task<string> ReceiversAsync(string configuration, params IEnumerable<string> labels)
    {
        using var folder = new TemporaryFolder();
        var result = await RunAsync(folder, ["config", "routes", "test", $"--config.file={Write(folder, configuration)}", .. labels]);
        return result.ExitCode == 0 ? result.Output.Trim() : $"{result.Output}{result.Error}";
    }

    /// <summary>What a template makes of alerts.</summary>
    /// <param name="template">The template.</param>
    /// <param name="data">The alerts as Alertmanager hands them to templates (its package template, type Data).</param>
    public static async Task<string> RenderAsync(string template, JObject data)
    {
        using var folder = new TemporaryFolder();
        var none = folder.Write("none.tmpl", "");
        var result = await RunAsync(folder, "template", "render", $"--template.glob={none}", $"--template.text={template}", $"--template.data={folder.Write("data.json", data.ToString())}");
        return result.ExitCode == 0 ? result.Output : $"{result.Output}{result.Error}";
    }

    private static string Write(TemporaryFolder folder, string configuration)
    {
        var file = JObject.Parse(configuration);
        foreach (var address in file.Descendants().OfType<JProperty>().Where(property => property.Name == "url_file").ToList())
        {
            address.Replace(new JProperty("url", "https://alerts.invalid/"));
        }

        return folder.Write("alertmanager.yaml", file.ToString());
    }

    private static Task<ProcessResult> RunAsync(TemporaryFolder folder, params IEnumerable<string> arguments)
    {
        Skip.IfNot((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(one => File.Exists(Path.Combine(one, Program))), "needs amtool (Debian: prometheus-alertmanager)");
        return ProcessRunner.RunAsync(Program, arguments, folder.Path);
    }
}
