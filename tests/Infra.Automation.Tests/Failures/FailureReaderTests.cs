using System.ComponentModel;
using Infra.Automation.Engine;
using Infra.Automation.Failures;
using Infra.Automation.Tests.Harness;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Automation.Tests.Failures;

/// <summary>What the command line says, and what the user is told. The sentences that aren't recorded are those of pulumi/pulumi v3.220.0; each names its file.</summary>
public sealed class FailureReaderTests
{
    [Fact]
    public void A_stack_that_is_locked_says_by_whom_and_since_when() => AssertRead(
        Recording.Text("up-locked.txt"),
        "stack-locked",
        """
        file://<project>/state/.pulumi/locks/organization/gpu-inference/dev/1ccba142-bb38-4807-8cf7-11e6f6c2107c.json?no_tmp_dir=true: stack 'dev' is locked by user@host (pid 21849) since 2026-11-22 01:13:01 UTC
          Wait for that process to end; is it still running there?
          Only when it is dead: ./run cancel dev, then ./run refresh dev to see what it left over. A lock taken from a living update lets two of them write over each other's state.
        """);

    /// <summary>pkg/backend/diy/lock.go: a bucket's lock has the same form.</summary>
    [Fact]
    public void Two_locks_in_a_bucket() => AssertRead(
        """
        error: the stack is currently locked by 2 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.
          s3://states/.pulumi/locks/organization/gpu-inference/dev/a.json?region=eu-central-1: created by ci@runner-1 (pid 7) at 2026-11-22T01:13:01Z
          s3://states/.pulumi/locks/organization/gpu-inference/dev/b.json?region=eu-central-1: created by ann@laptop (pid 8) at 2026-11-22T03:13:01+01:00
        """,
        "stack-locked",
        """
        s3://states/.pulumi/locks/organization/gpu-inference/dev/a.json?region=eu-central-1: stack 'dev' is locked by ci@runner-1 (pid 7) since 2026-11-22 01:13:01 UTC and by ann@laptop (pid 8) since 2026-11-22 02:13:01 UTC
          Wait for that process to end; is it still running there?
          Only when it is dead: ./run cancel dev, then ./run refresh dev to see what it left over. A lock taken from a living update lets two of them write over each other's state.
        """);

    /// <summary>sdk/go/auto/errors.go</summary>
    [Fact]
    public void Pulumi_Cloud_refuses_a_second_update() => AssertRead(
        "error: [409] Conflict: Another update is currently in progress.\nTo learn more about possible reasons and resolution, visit https://www.pulumi.com/docs/support/troubleshooting/common-issues/update-conflicts/",
        "stack-locked",
        """
        another update of stack 'dev' is going on
          Wait for it to end, and see its page who started it.
          Only when it is dead: ./run cancel dev, then ./run refresh dev to see what it left over. A lock taken from a living update lets two of them write over each other's state.
        """);

    [Fact]
    public void Nobody_is_logged_in() => AssertRead(
        Recording.Text("not-logged-in.txt"),
        "not-logged-in",
        """
        the backend that keeps the state lets nobody in: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions
          For a state in a bucket: set PULUMI_BACKEND_URL, such as s3://BUCKET?region=REGION, or 'pulumi login' with this address, and have credentials for it.
          For Pulumi Cloud: set PULUMI_ACCESS_TOKEN, or 'pulumi login'.
        """);

    /// <summary>pkg/backend/diy/{backend,meta,bucket}.go; pkg/backend/backenderr/backenderr.go</summary>
    [Theory]
    [InlineData("error: unable to open bucket s3://states?region=eu-central-1: no credentials")]
    [InlineData("error: read \".pulumi/meta.yaml\": blob (code=PermissionDenied): api error AccessDenied: Access Denied")]
    [InlineData("error: could not list bucket: blob (code=Unknown): context deadline exceeded")]
    [InlineData("error: this command requires logging in; try running `pulumi login` first")]
    public void The_backend_refuses(string said) =>
        Assert.Equal($"the backend that keeps the state lets nobody in: {said["error: ".Length..]}", Assert.IsType<NotLoggedIn>(Assert.Single(Read(said))).What);

    [Fact]
    public void There_is_no_such_stack() => AssertRead(
        Recording.Text("no-stack.txt"),
        "stack-not-found",
        """
        there is no stack 'nosuch' in this backend
          See which there are: ./run stacks.
          Is it a new environment? Make it: pulumi stack init nosuch.
          Is it another backend's? See who is logged in where: pulumi whoami --verbose.
        """);

    /// <summary>pkg/backend/backenderr/backenderr.go; pkg/backend/diy/backend.go</summary>
    [Theory]
    [InlineData("error: stack 'dev' already exists")]
    [InlineData("error: a stack named dev already exists")]
    public void There_is_one_already(string said) => AssertRead(
        said,
        "stack-exists",
        """
        there is a stack 'dev' already
          Take another name, or use the stack that is there: ./run stacks shows them.
        """);

    /// <summary>pkg/cmd/pulumi/stack/stack_rm.go</summary>
    [Fact]
    public void A_stack_with_resources_stays() => AssertRead(
        "error: 'dev' still has resources; removal rejected. Possible actions:\n- Make sure that 'dev' is the stack that you want to destroy",
        "stack-not-empty",
        """
        stack 'dev' still has resources; removed with it, nobody would know of them any more
          Destroy them first: ./run destroy dev.
        """);

    /// <summary>pkg/secrets/passphrase/manager.go; pkg/backend/secrets/providers.go</summary>
    [Theory]
    [InlineData("error: constructing secrets manager of type \"passphrase\": unable to find either `PULUMI_CONFIG_PASSPHRASE` or `PULUMI_CONFIG_PASSPHRASE_FILE` when trying to access the Passphrase Secrets Provider")]
    [InlineData("error: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables")]
    [InlineData("error: incorrect passphrase")]
    [InlineData("error: constructing secrets manager of type \"cloud\": unable to parse the awskms key: AccessDeniedException")]
    public void Secrets_stay_locked(string said) => AssertRead(
        said,
        "secrets-locked",
        $"""
        the stack's secrets can't be decrypted: {said["error: ".Length..]}
          With a passphrase: set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE, to the one that this stack was made with.
          With a key of AWS KMS: 'secretsprovider' in the environment's file names it; whoever runs this needs kms:Decrypt on it, in its region.
        """);

    /// <summary>pkg/workspace/plugin.go</summary>
    [Fact]
    public void A_plugin_can_not_be_downloaded() => AssertRead(
        "error: Could not automatically download and install resource plugin 'pulumi-resource-aws' at version v7.48.0, install the plugin using `pulumi plugin install resource aws v7.48.0`: error downloading: 403 Forbidden",
        "plugin-missing",
        """
        the plugin 'aws' isn't there: Could not automatically download and install resource plugin 'pulumi-resource-aws' at version v7.48.0, install the plugin using `pulumi plugin install resource aws v7.48.0`: error downloading: 403 Forbidden
          Where there is a network: pulumi plugin install resource aws, with the version that Directory.Packages.props pins.
          Behind a proxy or without a network: set PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES to a mirror, or install the plugins into the image of the runner.
        """);

    [Fact]
    public void There_is_no_command_line() => Assert.Equal(
        """
        the Pulumi command line is not installed, or not on the PATH
          Install it (https://www.pulumi.com/docs/install/) and try 'pulumi version'.
        """,
        Assert.Single(FailureReader.Read(null, new EngineException("pulumi version", null, "", "", [], new Win32Exception(2)))).ToString());

    /// <summary>sdk/Pulumi.Automation/Commands/LocalPulumiCommand.cs of pulumi/pulumi-dotnet</summary>
    [Fact]
    public void It_is_too_old_for_the_SDK() => Assert.Equal(
        new EngineTooOld("2.25.1", "3.1.0"),
        Assert.Single(FailureReader.Read(null, new EngineException("pulumi version", null, "", "", [], new InvalidOperationException(
            "Minimum version requirement failed. The minimum CLI version requirement is 3.1.0, your current CLI version is 2.25.1. Please update the Pulumi CLI.")))));

    private const string Protected = """
        urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::tenant: kubernetes:core/v1:Namespace 'tenant' is protected, and would be deleted or replaced: unable to replace resource "urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::tenant" as it is currently marked for protection. To unprotect the resource, remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`
          See what asks for it: ./run diff dev. Most likely the configuration should stay as it was.
          Is it meant? Save what it holds, take the protection away in an update of its own (the environment's configuration; or pulumi state unprotect 'urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::tenant' --stack dev), and run it again.
        """;

    [Fact]
    public void A_protected_resource_is_in_the_way_by_the_events() =>
        Assert.Equal(Protected, Assert.Single(FailureReader.Read("dev", Engines.Failure("", Recording.Events("events-failed.jsonl")))).ToString());

    [Fact]
    public void A_protected_resource_is_in_the_way_by_the_text() =>
        Assert.Equal(Protected, Assert.Single(FailureReader.Read("dev", Engines.Failure("", output: Recording.Text("up-failed.txt")))).ToString());

    [SkippableFact]
    public void A_protected_resource_is_in_the_way_by_the_preview() =>
        Assert.Equal(Protected, Assert.Single(FailureReader.Read("dev", Engines.Failure("", output: SharedFacts.ReadText("pulumi-cli/preview-protected-replace.json")))).ToString());

    [Fact]
    public void A_resource_failed_by_the_text() => Assert.Equal(
        """
        urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService$kubernetes:apps/v1:Deployment::classifier: work of kubernetes:apps/v1:Deployment 'classifier' failed: resource "urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService$kubernetes:apps/v1:Deployment::classifier" was not successfully created by the Kubernetes API server: deployments.apps "classifier" already exists
          Mend the cause and run it again: ./run up dev goes on from here. What was done before is in the state.
        """,
        Assert.Single(FailureReader.Read("dev", Engines.Failure("", output: Recording.Text("up-after-cancel.txt")))).ToString());

    [Fact]
    public void What_nobody_knows_is_told_in_its_last_lines() => AssertRead(
        "one\ntwo\nthree\nerror: something else",
        "unknown",
        """
        the engine failed: two
        three
        something else
          Read what it says; with 'pulumi logs' and '--logtostderr -v=9' it says more. What was done before is in the state.
        """);

    [Fact]
    public void And_so_is_nothing() => AssertRead(
        "",
        "unknown",
        """
        the engine failed: it said nothing
          Read what it says; with 'pulumi logs' and '--logtostderr -v=9' it says more. What was done before is in the state.
        """);

    private static ValueList<StackFailure> Read(string error) => FailureReader.Read("dev", Engines.Failure(error));

    private static void AssertRead(string error, string kind, string expected)
    {
        var failure = Assert.Single(Read(error));

        Assert.Equal((kind, expected), (failure.Kind, failure.ToString()));
    }
}
