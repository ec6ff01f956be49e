using System.Linq;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

public sealed class RemoveAiGatewayTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void Several_names_are_taken_at_once_and_a_bad_one_does_not_stop_the_rest()
    {
        Run("New-AiGateway a-api, b-api, c-api -CacheTtl 60");
        Run("Set-AiGateway a-api, b-api -CacheTtl 120");
        Assert.Equal([120, 120, 60], Values("Get-AiGateway", "CacheTtl").Cast<int>());
        Assert.StartsWith("InvalidGatewayName", RunToError("Remove-AiGateway a-api, 'B API', c-api -Confirm:$false").FullyQualifiedErrorId, System.StringComparison.Ordinal);
        Assert.Equal(["b-api"], Values("Get-AiGateway", "Id").Cast<string>());
    }

    [Fact]
    public void A_row_of_a_file_still_gives_its_name()
    {
        Run("[pscustomobject]@{ Colour = 'red'; Name = 'a-api'; CacheTtl = '60' } | New-AiGateway");
        Run("[pscustomobject]@{ GatewayId = 'a-api'; CacheTtl = 90 } | Set-AiGateway");
        Assert.Equal([90], Values("Get-AiGateway", "CacheTtl").Cast<int>());
        Run("[pscustomobject]@{ GatewayId = 'a-api' } | Remove-AiGateway -Confirm:$false");
        Assert.Empty(Values("Get-AiGateway", "Id"));
    }

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
