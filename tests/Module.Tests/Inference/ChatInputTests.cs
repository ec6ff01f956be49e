using System;
using System.IO;
using System.Management.Automation;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Inference;

/// <summary>Input that makes no sense: one clear error, and nothing is sent.</summary>
public sealed class ChatInputTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    private const string Chat = "Invoke-AiGatewayChat prod-api openai/gpt-5-mini ";
    private const string Request = "Invoke-AiGatewayRequest prod-api openai ";

    [Theory]
    [InlineData("Invoke-AiGatewayChat prod-api llama3.1-8 hi", "InvalidModel", "Did you mean 'cerebras/llama3.1-8b'?")]
    [InlineData("Invoke-AiGatewayChat prod-api opnai/gpt-5 hi", "InvalidModel", "Did you mean 'openai'?")]
    [InlineData("Invoke-AiGatewayChat prod-api huggingface/a/b hi", "InvalidModel", "Invoke-AiGatewayRequest -Provider huggingface")]
    [InlineData("Invoke-AiGatewayChat prod-api mistral/x hi -Surface Rest", "InvalidModel", "-Surface")]
    [InlineData("Invoke-AiGatewayChat prod-api dynamic/x hi -ByokAlias team", "InvalidCredential", "alias")]
    [InlineData(Chat + "' '", "InvalidPrompt", "empty")]
    [InlineData(Chat + "''", "InvalidPrompt", "empty")]
    [InlineData(Chat + "hi -Metadata @{ a = 1; b = 2; c = 3; d = 4; e = 5; f = 6 }", "InvalidCallOption", "6 entries")]
    [InlineData(Chat + "hi -Metadata @{ a = @{ b = 1 } }", "InvalidCallOption", "nested")]
    [InlineData(Chat + "hi -Metadata @{ a = $null }", "InvalidCallOption", "null")]
    [InlineData(Chat + "hi -CacheTtl 59", "InvalidCallOption", "from 60")]
    [InlineData(Chat + "hi -MaxAttempts 6", "InvalidCallOption", "from 1 to 5")]
    [InlineData(Chat + "hi -RetryDelay 60001", "InvalidCallOption", "milliseconds")]
    [InlineData(Chat + "hi -SkipCache -CacheKey k", "InvalidCallOption", "SkipCache")]
    [InlineData(Chat + "hi -CustomCost @{ PerTokenIn = 1 }", "InvalidCallOption", "PerTokenOut")]
    [InlineData(Chat + "hi -Option @{ stream = $true }", "InvalidCallOption", "-Stream")]
    [InlineData(Chat + "hi -AllowedModel openai/*", "InvalidCallOption", "for the model cloudflare/auto")]
    [InlineData("Invoke-AiGatewayChat prod-api cloudflare/auto hi -AllowedModel 'a,b'", "InvalidCallOption", "a comma")]
    [InlineData("Invoke-AiGatewayChat prod-api cloudflare/auto hi -TurnId 'ü'", "InvalidCallOption", "ASCII")]
    [InlineData(Chat + "hi -AsObject -Stream", "InvalidCallOption", "AsObject")]
    [InlineData(Chat + "hi -ProviderKey abc", "ParameterArgumentTransformationError", "Get-Secret")]
    [InlineData(Chat + "hi -RunToken abc", "ParameterArgumentTransformationError", "plain text")]
    [InlineData(Chat + "hi -CustomCost @{ Typo = 1 }", "ParameterArgumentTransformationError", "Legal keys")]
    [InlineData(Chat + "hi -Temperature 3", "ParameterArgumentValidationError", "2")]
    [InlineData(Chat + "hi -MaxTokens 0", "ParameterArgumentValidationError", "1")]
    [InlineData(Chat + "(Get-Date)", "ParameterArgumentTransformationError", "no prompt")]
    [InlineData(Chat + "hi -ResponseFormat yaml", "InvalidPrompt", "json")]
    [InlineData(Chat + "hi -ResponseFormat @{ city = 'string' }", "InvalidPrompt", "JSON schema")]
    [InlineData(Chat + "hi -Tool @{ Description = 'x' }", "InvalidPrompt", "Tool[0] has no Name")]
    [InlineData(Chat + "hi -Tool @{ Name = 'a' }, @{ Name = 'a' }", "InvalidPrompt", "two tools")]
    [InlineData(Chat + "hi -Tool @{ type = 'web_search' }", "InvalidPrompt", "-Option")]
    [InlineData(Chat + "-Message @{ Role = 'boss'; Content = 'x' }", "InvalidPrompt", "Roles: system, user, assistant, tool")]
    [InlineData(Chat + "-Message @{ Content = 'x' }", "InvalidPrompt", "Message[0] has no Role")]
    [InlineData(Chat + "-Message @{ Role = 'user'; Contents = 'x' }", "InvalidPrompt", "'Contents'")]
    [InlineData(Chat + "-Message @{ Role = 'user' }", "InvalidPrompt", "no content")]
    [InlineData(Chat + "-Message @{ Role = 'tool'; Content = 'x' }", "InvalidPrompt", "ToolCallId")]
    [InlineData(Chat + "-Message @{ Role = 'user'; Image = './missing.png' }", "InvalidPrompt", "no file")]
    [InlineData(Request + "chat/completions/chat/completions -Body @{}", "InvalidPath", "twice")]
    [InlineData(Request + "../x -Body @{}", "InvalidPath", "climbs")]
    [InlineData(Request + "https://api.openai.com/v1/models", "InvalidPath", "whole address")]
    [InlineData(Request + "v1/chat/completions -Body @{}", "InvalidPath", "v1")]
    [InlineData(Request + "chat/completions -Body '{\"a\":'", "InvalidBody", "not JSON")]
    [InlineData(Request + "models -OutFile ./missing-folder/x.json", "OutFileFailed", "no folder")]
    [InlineData(Request + "models -Header @{ Authorization = 'Bearer x' }", "InvalidHeader", "-ProviderKey")]
    [InlineData(Request + "models -Header @{ 'x y' = 'x' }", "InvalidHeader", "no name")]
    [InlineData(Request + "models -Header @{ x = \"a`nb\" }", "InvalidHeader", "line break")]
    [InlineData(Request + "models -Header @{ Host = 'x' }", "InvalidHeader", "itself")]
    [InlineData("Invoke-AiGatewayRequest prod-api opnai models", "InvalidProvider", "Did you mean 'openai'?")]
    [InlineData("Invoke-AiGatewayRequest prod-api minimax x", "InvalidProvider", "REST API only")]
    [InlineData("Invoke-AiGatewayRequest prod-api -Step @{ Provider = 'opnai'; Endpoint = 'x' }", "InvalidProvider", "Did you mean 'openai'?")]
    [InlineData("Invoke-AiGatewayRequest prod-api -Step @{ Provider = 'openai' }", "InvalidBody", "no Endpoint")]
    [InlineData("Invoke-AiGatewayRequest prod-api -Step @{ Provider = 'openai'; Endpoint = 'x'; Keys = 1 }", "InvalidBody", "'Keys'")]
    [InlineData("Invoke-AiGatewayRequest prod-api -Step @{ Provider = 'openai'; Endpoint = 'x'; ProviderKey = 'sk' }", "InvalidCredential", "SecureString")]
    [InlineData("Invoke-AiGatewayRequest prod-api -Step @{ Provider = 'openai'; Endpoint = 'x'; Headers = @{ authorization = 'sk' } }", "InvalidHeader", "plain text")]
    [InlineData("Test-AiGatewayModel prod-api openai/gpt-5-mini, nonsense", "InvalidModel", "names no provider")]
    public void Is_refused_before_any_call(string script, string id, string said)
    {
        Run("New-AiGateway prod-api");
        Emulator.ForgetRequests();
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(said, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void A_file_that_is_no_image_is_refused()
    {
        string file = Path.Combine(Path.GetTempPath(), $"aig-{Guid.NewGuid():N}.png");
        File.WriteAllText(file, "no image");
        try
        {
            ErrorRecord error = RunToError(Chat + "-Message @{ Role = 'user'; Image = $file }", ("file", file));
            Assert.Contains("no PNG, JPEG, GIF or WebP", error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
