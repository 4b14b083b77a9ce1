namespace Pulumi.Tests.Deployments;

internal sealed class OneBoxStack : Stack
{
    public OneBoxStack() => _ = new Box("box");
}
