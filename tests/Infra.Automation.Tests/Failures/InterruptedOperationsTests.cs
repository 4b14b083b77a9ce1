using Infra.Automation.Failures;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Automation.Tests.Harness;
using Infra.Planning.Model;

namespace Infra.Automation.Tests.Failures;

/// <summary>What a killed run left over, and what to do with each kind.</summary>
public sealed class InterruptedOperationsTests
{
    [Fact]
    public async Task A_creation_was_it_made()
    {
        var engine = Engines.New().Exports(Recording.Text("export-interrupted.json"));

        var interrupted = await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).InterruptedAsync(Engines.Stack);

        Assert.Equal(
            """
            urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService$kubernetes:apps/v1:Deployment::classifier: the state has 1 operation without an end: creating kubernetes:apps/v1:Deployment 'classifier'; either another run is at it, or one was killed
              Make sure that no other run is going on; what follows is for one that was killed.
              creating kubernetes:apps/v1:Deployment 'classifier': look whether it was made.
                It was: take it into the state by its id (NAMESPACE/NAME, or NAME): pulumi refresh --stack dev --import-pending-creates 'urn:pulumi:dev::gpu-inference::gpu-inference:index:InferenceService$kubernetes:apps/v1:Deployment::classifier' --import-pending-creates ID.
                It wasn't: pulumi refresh --stack dev --clear-pending-creates. That forgets every unfinished creation, so take in first what was made.
            """,
            interrupted!.ToString());
    }

    [Fact]
    public void The_others_a_refresh_settles() => Assert.Equal(
        [
            "Make sure that no other run is going on; what follows is for one that was killed.",
            "updating aws:s3/bucket:Bucket 'models' (models-1): it is there, with the old values or the new ones; a refresh reads which, the next update does the rest.",
            "deleting aws:s3/bucket:Bucket 'models' (models-1): gone or not; a refresh takes it out of the state if it is, else the next update deletes it again.",
            "reading aws:s3/bucket:Bucket 'models' (models-1): nothing was changed by that.",
            "Then let the engine look: ./run refresh dev. It clears every operation that isn't a creation.",
        ],
        Of("updating", "deleting", "reading").Next);

    [Fact]
    public void An_id_of_another_provider_has_its_own_form() => Assert.Contains(
        "  It was: take it into the state by its id: pulumi refresh --stack dev --import-pending-creates 'urn:pulumi:dev::p::aws:s3/bucket:Bucket::models' --import-pending-creates ID.",
        Of("creating").Next);

    [Fact]
    public async Task A_state_without_any_says_nothing()
    {
        var engine = Engines.New().Exports("""{"version": 3, "deployment": {"resources": []}}""");

        Assert.Null(await new StackOperations(engine.Object, new OpenGate(), new ManualTime()).InterruptedAsync(Engines.Stack));
    }

    private static InterruptedOperations Of(params string[] kinds) =>
        new("dev", [.. kinds.Select(kind => new PendingOperation(Urn.Parse("urn:pulumi:dev::p::aws:s3/bucket:Bucket::models"), kind, kind == "creating" ? null : "models-1"))]);
}
