using Infra.Automation.Events;
using Infra.Cli.Live;
using Infra.Planning.Model;
using Infra.Planning.Rendering;
using Spectre.Console;

namespace Infra.Cli.Tests.Live;

/// <summary>What is shown of recordings of the real engine.</summary>
public sealed class ProgressTests
{
    private static readonly Urn _node = Urn.Parse("urn:pulumi:dev::gpu-inference::aws:eks/cluster:Cluster::cluster");

    [SkippableFact]
    public void An_update_is_a_line_per_resource() => Assert.Equal(
        """
        + pulumi:providers:kubernetes cluster  created
        + kubernetes:core/v1:Namespace tenant  created
        + kubernetes:core/v1:ConfigMap settings  created
        + kubernetes:core/v1:Secret classifier-token  created
        + kubernetes:core/v1:Service classifier-svc  created
        + random:index:RandomId classifier-suffix  created
        + gpu-inference:index:InferenceService classifier  created
        + kubernetes:apps/v1:Deployment classifier  created

        """,
        PlainText.Of(RecordedEvents.Of("up").SelectMany(ProgressLines.Of)));

    [SkippableFact]
    public void A_failed_update_says_why() => Assert.Equal(
        """
        error: kubernetes:core/v1:Namespace tenant: unable to replace resource "urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::tenant"
          as it is currently marked for protection. To unprotect the resource, remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`

        """,
        PlainText.Of(RecordedEvents.Of("failed").SelectMany(ProgressLines.Of)));

    [SkippableFact]
    public void The_picture_shows_what_is_in_work_and_what_it_waits_for() => Assert.Equal(
        """
        up dev  working  1m 05s
          7 created
          +  kubernetes:apps/v1:Deployment classifier  creating  1m 05s  Waiting for app ReplicaSet to be available (0/2 Pods available)

        """.Replace("+  ", "+ ", StringComparison.Ordinal),
        PlainText.Of(ProgressPicture.Of(After("killed"), "up dev", TimeSpan.FromSeconds(65), height: 20)));

    [SkippableFact]
    public void A_failure_stands_in_it() =>
        Assert.StartsWith("up dev  working  0s\n  1 unchanged; 1 failed: tenant\n", PlainText.Of(ProgressPicture.Of(After("failed"), "up dev", TimeSpan.Zero, height: 20)));

    [Fact]
    public void Before_anything_is_in_work_the_build_is_shown()
    {
        var state = ProgressState.Start.After(new StackEvent.StageReached(OperationStage.Previewing), TimeSpan.Zero)
            .After(new StackEvent.Diagnostic(DiagnosticSeverity.Info, "  Determining projects to restore...\n\n", IsEphemeral: true), TimeSpan.Zero);

        Assert.Equal("up dev  previewing  0s\n  nothing\n  Determining projects to restore...\n", PlainText.Of(ProgressPicture.Of(state, "up dev", TimeSpan.Zero, 20)));
    }

    [Fact]
    public void On_a_low_terminal_the_rest_is_counted()
    {
        var state = ProgressState.Start;
        foreach (var number in Enumerable.Range(1, 5))
        {
            state = state.After(new StackEvent.ResourceStarted(Urn.Parse($"{_node}-{number}"), "update"), TimeSpan.FromSeconds(number));
        }

        Assert.Equal(
            "up dev  working  1h 01m\n  nothing\n  ~ aws:eks:Cluster cluster-1  updating  1h 01m\n  ~ aws:eks:Cluster cluster-2  updating  1h 01m\n  and 3 more in work\n",
            PlainText.Of(ProgressPicture.Of(state, "up dev", new TimeSpan(1, 1, 6), height: 5)));
    }

    // The preview's resources aren't touched: the work begins from nothing.
    [Fact]
    public void The_work_begins_after_the_preview()
    {
        var state = ProgressState.Start.After(new StackEvent.ResourceStarted(_node, "create", IsPlanning: true), TimeSpan.Zero).After(new StackEvent.StageReached(OperationStage.Running), TimeSpan.Zero);

        Assert.Empty(state.InWork);
        Assert.Empty(state.Done);
    }

    [Fact]
    public void A_plain_preview_shows_no_resources()
    {
        var text = new StringWriter { NewLine = "\n" };
        var view = new PlainProgress(new TextChannel(text, colour: false));
        foreach (var one in (StackEvent[])[new StackEvent.StageReached(OperationStage.Previewing), new StackEvent.ResourceDone(_node, "create"), new StackEvent.StageReached(OperationStage.Running), new StackEvent.ResourceDone(_node, "create")])
        {
            view.Report(one);
        }

        Assert.Equal("the engine previews ...\nthe engine works ...\n+ aws:eks:Cluster cluster  created\n", text.ToString());
    }

    [SkippableFact]
    public void As_JSON_no_configuration_is_shown()
    {
        var text = new StringWriter { NewLine = "\n" };
        var view = new JsonProgress(text);
        RecordedEvents.Of("up").ForEach(view.Report);

        Assert.Contains("{\"type\":\"prelude\",\"sequence\":", text.ToString());
        Assert.DoesNotContain("tensorflow/serving", text.ToString());
        Assert.Contains("{\"type\":\"summary\",\"changes\":{\"create\":9},\"seconds\":1,\"mayBeCorrupt\":false,\"sequence\":102,\"time\":\"2026-11-22T01:11:19Z\"}\n", text.ToString());
    }

    [SkippableFact]
    public async Task On_a_terminal_what_was_said_stays_and_the_picture_goes()
    {
        var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        (console.Profile.Width, console.Profile.Height) = (200, 30);
        await using (var view = new LiveProgress(console, "up dev", TimeProvider.System))
        {
            RecordedEvents.Of("failed").ForEach(view.Report);
        }

        Assert.Contains("error: kubernetes:core/v1:Namespace tenant: unable to replace resource", text.ToString());
        Assert.Contains("1 unchanged; 1 failed: tenant", text.ToString());
    }

    private static ProgressState After(string recording) => RecordedEvents.Of(recording).Aggregate(ProgressState.Start, (state, one) => state.After(one, TimeSpan.Zero));
}
