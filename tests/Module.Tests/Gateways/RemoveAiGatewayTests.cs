using System.Linq;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

public sealed class RemoveAiGatewayTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void It_asks_first_and_does_nothing_at_no()
    {
        Run("New-AiGateway prod-api");
        Session.Host.AnswerChoice(2);
        Run("Remove-AiGateway prod-api");
        Assert.Equal(["prod-api"], Values("Get-AiGateway", "Id").Cast<string>());
        Session.Host.AnswerChoice(0);
        Run("Remove-AiGateway prod-api");
        Assert.Empty(Run("Get-AiGateway").Output);
    }

    [Fact]
    public void One_missing_gateway_is_one_error_and_the_rest_goes_on()
    {
        Run("'prod-api', 'dev-chat' | New-AiGateway");
        EngineResult result = Session.Run("'prod-api', 'gone-api', 'Bad Name', 'dev-chat' | Remove-AiGateway -Confirm:$false");
        Assert.Equal(["GatewayNotFound", "InvalidGatewayName"], result.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(["gone-api", "Bad Name"], result.Errors.Select(e => e.TargetObject));
        Assert.Empty(result.Output);
        Assert.Empty(Run("Get-AiGateway").Output);
    }

    [Fact]
    public void Gateways_bind_from_the_pipeline()
    {
        Run("'prod-api', 'dev-chat' | New-AiGateway; Get-AiGateway prod-* | Remove-AiGateway -Confirm:$false");
        Assert.Equal(["dev-chat"], Values("Get-AiGateway", "Id").Cast<string>());
    }
}
