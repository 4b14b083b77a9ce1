using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>What a plan should make its reader think about is said on standard error, and there is a plan all the same.</summary>
public sealed class WarningTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task A_retired_instance_type_that_is_meant_names_its_replacements()
    {
        _checkout.Replace("Pulumi.dev.yaml", "[g4dn.xlarge, g4dn.2xlarge]", "[p3.2xlarge]\n      legacy: true");
        var result = await _checkout.RunAsync("preview", "dev", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("{\n  \"schemaVersion\": 1,", result.Output);
        Assert.StartsWith("Diagnostics:\n  gpu-inference:index:GpuNodePool (t4):\n    warning: 'p3.2xlarge' is retired: ", result.Error);
        Assert.EndsWith("; use g4dn.xlarge instead; pin amiReleaseVersion, so that no newer driver arrives unasked\n", result.Error);
    }

    [Theory]
    [InlineData("className: traefik", "className: nginx", "the class of Ingress 'nginx'")]
    [InlineData("traefik.ingress.kubernetes.io/router.middlewares: inference-limits@kubernetescrd", "nginx.ingress.kubernetes.io/proxy-body-size: 100m", "the annotation nginx.ingress.kubernetes.io/proxy-body-size")]
    public async Task What_only_a_retired_controller_reads_names_what_took_its_place(string text, string other, string found)
    {
        var file = _checkout.Path("ingress.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(RepositoryRoot.Combine("examples/environments/ingress.yaml"))).Replace(text, other, StringComparison.Ordinal));
        var result = await _checkout.RunAsync("preview", "ingress", "--config-file", file);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            $"""
            Diagnostics:
              stack:
                warning: {found} is as a rule that of ingress-nginx, which was retired in March 2026 and whose holes nobody closes any more; expose models via gateway, or via alb in AWS, or by the class of a controller that lives; nothing is to do if it is another's, such as F5 NGINX Ingress Controller

            """.ReplaceLineEndings("\n"),
            result.Error);
    }

    [Fact]
    public async Task Another_controller_s_class_is_nobody_s_business()
    {
        var result = await _checkout.RunAsync("preview", "ingress", "--config-file", RepositoryRoot.Combine("examples/environments/ingress.yaml"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }
}
