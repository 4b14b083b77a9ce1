using Infra.Automation.Engine;
using Infra.Cli.Doctor;
using Infra.Cli.Rollbacks;
using Infra.Cli.Tests.EndToEnd;
using Moq;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.Doctor;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task On_a_bare_machine_everything_is_said_and_nothing_fails()
    {
        _checkout.Outside = Outside(new Mock<IProbes>());

        var result = await _checkout.RunAsync("doctor");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            missing  .NET SDK         not on the PATH
                                      Install the .NET SDK that global.json names: https://dotnet.microsoft.com/download
            missing  Pulumi CLI       not on the PATH; previews and checks need none
                                      Install the newest: https://www.pulumi.com/docs/install
            unknown  Pulumi login     needs the Pulumi CLI
            unknown  Pulumi packages  Directory.Packages.props names no version of them
            missing  AWS identity     the AWS CLI is not on the PATH
                                      Install the AWS CLI 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html
            missing  kubectl          not on the PATH
                                      Install it, to look at the cluster: https://kubernetes.io/docs/tasks/tools

            2 things in the way of a deployment; 2 not known

            """,
            result.Output);
    }

    // Account, region, quotas and endpoint come from the plan of the shipped production.
    [Fact]
    public async Task An_environment_says_what_is_asked()
    {
        var asked = new List<string>();
        var probes = new Mock<IProbes>();
        probes.Setup(one => one.RunAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<string>>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback((string program, IReadOnlyList<string> arguments, string _, CancellationToken _) =>
            {
                lock (asked)
                {
                    asked.Add($"{program} {string.Join(' ', arguments)}");
                }
            });
        _checkout.Outside = Outside(probes);

        var document = JObject.Parse((await _checkout.RunAsync("doctor", "prod", "--json")).Output);

        Assert.Equal("prod", (string?)document["environment"]);
        Assert.Equal(
            [".NET SDK", "Pulumi CLI", "Pulumi login", "Pulumi packages", "AWS identity", "kubectl", "quota L-1216C47A", "quota L-DB2E81BA", "quota L-417A185B", "quota L-3819A6DF", "cluster endpoint"],
            document["checks"]!.Select(check => (string)check["name"]!));
        Assert.Contains("aws sts get-caller-identity --output json --region us-west-2", asked);
        Assert.Contains("aws service-quotas get-service-quota --service-code ec2 --quota-code L-DB2E81BA --region us-west-2 --query Quota.Value --output text", asked);
        Assert.Contains("aws eks describe-cluster --name gpu-inference-prod --region us-west-2 --query cluster.endpoint --output text", asked);
    }

    [Fact]
    public async Task An_environment_without_aws_needs_none_of_it()
    {
        _checkout.Outside = Outside(new Mock<IProbes>());

        var document = JObject.Parse((await _checkout.RunAsync("doctor", "local", "--json")).Output);

        Assert.Equal([".NET SDK", "Pulumi CLI", "Pulumi login", "Pulumi packages", "kubectl"], document["checks"]!.Select(check => (string)check["name"]!));
    }

    [Fact]
    public async Task On_this_machine_it_finds_the_sdk_that_runs_it()
    {
        var answer = await new Probes().RunAsync("dotnet", ["--version"], _checkout.Root, CancellationToken.None);

        Assert.Equal(0, answer!.ExitCode);
        Assert.NotNull(ProgramVersion.In(answer.Output));
        Assert.Null(await new Probes().RunAsync("no-such-program-anywhere", [], _checkout.Root, CancellationToken.None));
        Assert.Equal("its name isn't known here", await new Probes().ConnectAsync("nowhere.invalid", 443, CancellationToken.None));
    }

    private static OutsideWorld Outside(Mock<IProbes> probes) =>
        new(Mock.Of<IFileHistory>(MockBehavior.Strict), probes.Object, (_, _) => Task.FromException<IStackEngine>(new InvalidOperationException("doctor starts no engine")));
}
