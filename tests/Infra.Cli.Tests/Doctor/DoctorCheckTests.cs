using Infra.Cli.Doctor;
using Infra.Planning.Placement;
using Moq;

namespace Infra.Cli.Tests.Doctor;

/// <summary>What each check makes of what programs say. The AWS CLI's errors are of the form that botocore gives them; Pulumi's are captures.</summary>
public sealed class DoctorCheckTests
{
    private const string Folder = "/project";
    private const string Identity = """{"UserId": "AROA", "Account": "111122223333", "Arn": "arn:aws:sts::111122223333:assumed-role/deploy/me"}""";

    private static readonly EnvironmentNeeds _needs = new("prod") { AccountId = "111122223333", Region = "eu-west-1", ClusterName = "inference", KubernetesVersion = "1.35", IsPrivate = true };
    private static readonly VcpuQuota _quota = new("L-DB2E81BA", "Running On-Demand G and VT instances", 16, 64, 128);

    public static TheoryData<string, string, string, string> Answers => new()
    {
        { "dotnet", "0:10.0.401\n", "Ok", "10.0.401" },
        { "dotnet", "", "Missing", "not on the PATH" },
        { "dotnet", "145:", "Wrong", "no SDK that fits global.json, which asks for 10.0.100" },
        { "pulumi", "0:v3.220.0\n", "Ok", "3.220.0" },
        { "pulumi", "0:v3.220.0\n", "Ok", "3.220.0" },
        { "pulumi", "0:v3.219.9\n", "Wrong", "3.219.9; an update needs 3.220.0 or newer" },
        { "pulumi", "1:", "Unknown", "'pulumi version' told no version and ended with exit code 1" },
        { "pulumi", "", "Missing", "not on the PATH; previews and checks need none" },
        { "login", "", "Unknown", "needs the Pulumi CLI" },
        { "login", """0:{"user": "me", "url": "https://user:secret@app.pulumi.com/me?token=secret"}""", "Ok", "me at https://app.pulumi.com" },
        { "login", """0:{"user": "me", "url": "s3://states?region=eu-west-1&awssdk=v2"}""", "Ok", "me at s3://states" },
        { "login", """0:{"user": "me", "url": "file://~"}""", "Ok", "me at a backend" },
        { "login", "255:!error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions\n", "Missing", "not logged in to a backend" },
        { "login", "255:!error: something with a secret", "Unknown", "the backend gave no answer (exit code 255)" },
        { "aws", $"0:{Identity}", "Ok", "arn:aws:sts::111122223333:assumed-role/deploy/me, eu-west-1" },
        { "aws", $"0:{Identity.Replace("111122223333", "444455556666", StringComparison.Ordinal)}", "Wrong", "arn:aws:sts::444455556666:assumed-role/deploy/me is in account 444455556666; prod is in 111122223333" },
        { "aws", "253:!Unable to locate credentials. You can configure credentials by running \"aws login\".", "Missing", "no AWS credentials" },
        { "aws", "254:!An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: token SECRET", "Wrong", "the AWS credentials have expired" },
        { "aws", "254:!An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation", "Wrong", "AWS doesn't know these credentials, or the region isn't enabled for the account" },
        { "aws", "255:!Could not connect to the endpoint URL", "Unknown", "AWS gave no answer (exit code 255); without a network this can't be told" },
        { "aws", "", "Missing", "the AWS CLI is not on the PATH" },
        { "kubectl", """0:{"clientVersion": {"gitVersion": "v1.36.1"}}""", "Ok", "1.36.1" },
        { "kubectl", """0:{"clientVersion": {"gitVersion": "v1.33.0"}}""", "Wrong", "1.33.0; the cluster has 1.35, and one minor version apart is allowed" },
        { "kubectl", "0:{}", "Unknown", "'kubectl version' told no version and ended with exit code 0" },
        { "quota", "0:128.0\n", "Ok", "Running On-Demand G and VT instances in eu-west-1: 16 vCPUs needed at minimum, 64 at maximum; 128 are allowed" },
        { "quota", "0:64.0\n", "Ok", "Running On-Demand G and VT instances in eu-west-1: 16 vCPUs needed at minimum, 64 at maximum; 64 are allowed, and the pools' limits add up to 128" },
        { "quota", "0:63.0\n", "Wrong", "Running On-Demand G and VT instances in eu-west-1: 16 vCPUs needed at minimum, 64 at maximum; 63 are allowed: it can't grow as it may" },
        { "quota", "0:0.0\n", "Wrong", "Running On-Demand G and VT instances in eu-west-1: 16 vCPUs needed at minimum, 64 at maximum; 0 are allowed: not even the least starts" },
        { "quota", "254:!An error occurred (AccessDeniedException) when calling", "Unknown", "Running On-Demand G and VT instances in eu-west-1: 16 vCPUs needed at minimum, 64 at maximum; these credentials may not ask" },
        { "endpoint", "254:!An error occurred (ResourceNotFoundException) when calling the DescribeCluster operation", "Ok", "private, reached from the VPC alone; the cluster isn't there yet, the first update makes it" },
        { "endpoint", "0:https://abc.gr7.eu-west-1.eks.amazonaws.com\n", "Wrong", "private, reached from the VPC alone; nobody answers" },
        { "endpoint", "0:None\n", "Unknown", "private, reached from the VPC alone; it has no address yet" },
        { "packages", """0:{"searchResult": [{"packages": [{"id": "Pulumi.Automation", "version": "3.112.1"}]}]}""", "Ok", "Pulumi.Automation 3.112.1" },
        { "packages", """0:{"searchResult": [{"packages": []}]}""", "Missing", "the feeds of nuget.config have no Pulumi.Automation 3.112.1" },
        { "packages", "1:", "Unknown", "the feeds gave no answer (exit code 1)" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer(string check, string answer, string state, string found)
    {
        var result = await Check(check).RunAsync(Probes(answer, "nobody answers"), CancellationToken.None);

        Assert.Equal((state, found), (result.State.ToString(), result.Found));
        Assert.True(result.State is CheckState.Ok or CheckState.Unknown || !result.Next.IsEmpty, "nothing is said to be done");
        Assert.DoesNotContain("secret", string.Join('\n', [result.Found, .. result.Next]), StringComparison.OrdinalIgnoreCase);
    }

    // kubectl is for people; everything else an update can't do without.
    [Theory]
    [InlineData("dotnet", true)]
    [InlineData("pulumi", true)]
    [InlineData("login", true)]
    [InlineData("packages", true)]
    [InlineData("aws", true)]
    [InlineData("kubectl", false)]
    [InlineData("quota", true)]
    [InlineData("endpoint", true)]
    public void What_is_in_the_way_is_what_an_update_needs(string name, bool isRequired) => Assert.Equal(isRequired, Check(name).IsRequired);

    [Fact]
    public async Task A_private_endpoint_that_is_not_reached_says_where_the_deploy_has_to_run()
    {
        var result = await Check("endpoint").RunAsync(Probes("0:https://abc.eks.amazonaws.com\n", "nobody answers"), CancellationToken.None);

        Assert.Equal<string>(["Deploy from inside the VPC: a runner there, or a VPN into it. Kubernetes objects can't be made from here."], result.Next);
    }

    [Fact]
    public async Task An_endpoint_for_some_networks_names_them()
    {
        var needs = _needs with { IsPrivate = false, PublicCidrs = ["203.0.113.0/24"] };

        var result = await new EndpointCheck(Folder, needs).RunAsync(Probes("0:https://abc.eks.amazonaws.com\n", null), CancellationToken.None);

        Assert.Equal((CheckState.Ok, "public for 203.0.113.0/24; it answers"), (result.State, result.Found));
    }

    [Fact]
    public async Task A_quota_is_asked_for_in_words_that_can_be_pasted()
    {
        var result = await Check("quota").RunAsync(Probes("0:8\n", null), CancellationToken.None);

        Assert.Equal<string>(["Ask for 128: aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-DB2E81BA --region eu-west-1 --desired-value 128"], result.Next);
    }

    // Both run at the same time: the first waits for the second.
    [Fact]
    public async Task Checks_run_beside_each_other_and_in_their_order_is_told()
    {
        var second = new TaskCompletionSource();
        var slow = new Mock<ICheck>();
        slow.Setup(check => check.RunAsync(It.IsAny<IProbes>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            await second.Task;
            return CheckResult.Ok("slow");
        });
        var quick = new Mock<ICheck>();
        quick.Setup(check => check.RunAsync(It.IsAny<IProbes>(), It.IsAny<CancellationToken>())).Returns(() =>
        {
            second.SetResult();
            return Task.FromResult(CheckResult.Ok("quick"));
        });

        var results = await new Examination(Mock.Of<IProbes>(), TimeProvider.System).RunAsync([slow.Object, quick.Object], CancellationToken.None);

        Assert.Equal(["slow", "quick"], results.Select(result => result.Result.Found));
    }

    [Fact]
    public async Task Who_does_not_answer_is_not_waited_for()
    {
        var time = new TimeThatIsUp();
        var check = new Mock<ICheck>();
        check.Setup(one => one.RunAsync(It.IsAny<IProbes>(), It.IsAny<CancellationToken>())).Returns(async (IProbes _, CancellationToken stop) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(stop);
            return CheckResult.Ok("never");
        });

        var result = Assert.Single(await new Examination(Mock.Of<IProbes>(), time).RunAsync([check.Object], CancellationToken.None));

        Assert.Equal((CheckState.Unknown, "no answer within 30 seconds"), (result.Result.State, result.Result.Found));
    }

    private static ICheck Check(string name) => name switch
    {
        "dotnet" => new DotNetCheck(Folder),
        "pulumi" => new PulumiCheck(Folder),
        "login" => new LoginCheck(Folder),
        "aws" => new AwsIdentityCheck(Folder, _needs),
        "kubectl" => new KubectlCheck(Folder, _needs),
        "quota" => new QuotaCheck(Folder, "eu-west-1", _quota),
        "endpoint" => new EndpointCheck(Folder, _needs),
        _ => new PackagesCheck(Folder),
    };

    /// <param name="answer">Exit code, colon and output; with a <c>!</c>, standard error. Empty where the program isn't installed.</param>
    /// <param name="connection">What a connection comes to.</param>
    private static IProbes Probes(string answer, string? connection)
    {
        var probes = new Mock<IProbes>();
        var colon = answer.IndexOf(':', StringComparison.Ordinal);
        var text = answer[(colon + 1)..];
        probes.Setup(one => one.RunAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<string>>(), Folder, It.IsAny<CancellationToken>()))
            .ReturnsAsync(answer.Length == 0 ? null : new ProgramAnswer(int.Parse(answer[..colon]), text.StartsWith('!') ? "" : text, text.StartsWith('!') ? text[1..] : ""));
        probes.Setup(one => one.ConnectAsync("abc.gr7.eu-west-1.eks.amazonaws.com", 443, It.IsAny<CancellationToken>())).ReturnsAsync(connection);
        probes.Setup(one => one.ConnectAsync("abc.eks.amazonaws.com", 443, It.IsAny<CancellationToken>())).ReturnsAsync(connection);
        probes.Setup(one => one.ReadText(Path.Combine(Folder, "global.json"))).Returns("""{"sdk": {"version": "10.0.100"}}""");
        probes.Setup(one => one.ReadText(Path.Combine(Folder, "Directory.Packages.props"))).Returns("""<PackageVersion Include="Pulumi.Automation" Version="3.112.1" />""");
        return probes.Object;
    }

    /// <summary>Every timer is due at once.</summary>
    private sealed class TimeThatIsUp : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
