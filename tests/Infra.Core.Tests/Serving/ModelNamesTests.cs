using Infra.Core.Naming;
using Infra.Core.Serving;

namespace Infra.Core.Tests.Serving;

public sealed class ModelNamesTests
{
    [Fact]
    public void The_longest_model_still_leaves_room_for_what_is_named_after_it()
    {
        var model = new string('m', ModelNames.MaxLength);

        // Of a longer name KServe would take a hash (knative.dev/pkg/kmeta, ChildName), and nobody would find the Service.
        Assert.Equal(NameRules.ServiceName.MaxLength, $"{model}-kserve-workload-svc".Length);
        Assert.True($"{ModelNames.Reader(model)}-role-1a2b3c4".Length <= NameRules.IamRole.MaxLength);
        // What Kubernetes makes of a Deployment's name for its pods.
        Assert.True($"{model}-5d8f7c9b6d-x2x7q".Length <= NameRules.DnsLabel.MaxLength);
    }

    [Fact]
    public void A_reader_is_named_after_its_model() => Assert.Equal("resnet-reader", ModelNames.Reader("resnet"));

    [Fact]
    public void A_candidate_s_name_is_no_longer_than_a_model_s() => Assert.Equal(
        (33, ModelNames.MaxLength), (ModelNames.MaxLengthWithCandidate, ModelNames.Candidate(new string('m', ModelNames.MaxLengthWithCandidate)).Length));
}
