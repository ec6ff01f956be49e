using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Inference;

public sealed class RequestTests : ModuleTest
{
    private const string Body = "@{ model = 'gpt-5-mini'; messages = @(@{ role = 'user'; content = 'hi' }) }";

    public RequestTests(EmulatorProcess emulator)
        : base(emulator) => Run("New-AiGateway prod-api -CollectLogs $true");

    [Fact]
    public void Bodies_may_be_objects_text_or_bytes()
    {
        foreach (string body in new[] { Body, $"(({Body}) | ConvertTo-Json -Depth 5)", $"([Text.Encoding]::UTF8.GetBytes((({Body}) | ConvertTo-Json -Depth 5)))", $"([pscustomobject]{Body})" })
        {
            // The engine of the tests has no ConvertTo-Json of its own.
            if (body.Contains("ConvertTo-Json", StringComparison.Ordinal))
            {
                continue;
            }

            PSObject answer = Assert.Single(Run($"Invoke-AiGatewayRequest prod-api openai chat/completions -Body {body}").Output);
            Assert.Equal(200, answer.Properties["StatusCode"].Value);
            Assert.Equal("gpt-5-mini: hi", Run($"(Invoke-AiGatewayRequest prod-api openai chat/completions -Body {body}).Content.choices[0].message.content").Output[0].ToString());
        }

        const string json = """{"model":"gpt-5-mini","messages":[{"role":"user","content":"hi"}]}""";
        Assert.Equal(200, Run("Invoke-AiGatewayRequest prod-api openai chat/completions -Body $json", ("json", json)).Output[0].Properties["StatusCode"].Value);
        Assert.Equal(200, Run("Invoke-AiGatewayRequest prod-api openai chat/completions -Body $json -ContentType application/json", ("json", System.Text.Encoding.UTF8.GetBytes(json))).Output[0].Properties["StatusCode"].Value);
    }

    [Fact]
    public void Content_holds_objects_as_ConvertFrom_Json_makes_them()
    {
        PSObject answer = Assert.Single(Run($"Invoke-AiGatewayRequest prod-api openai chat/completions -Body {Body}").Output);
        PSObject content = Assert.IsType<PSObject>(answer.Properties["Content"].Value, exactMatch: false);
        Assert.Equal("gpt-5-mini", content.Properties["model"].Value);
        PSObject choice = Assert.IsType<PSObject>(Assert.Single((object[])content.Properties["choices"].Value), exactMatch: false);
        Assert.Equal("stop", choice.Properties["finish_reason"].Value);
    }

    [Fact]
    public void What_the_provider_refuses_is_told_without_parameters_that_are_not_there()
    {
        ErrorRecord error = RunToError("Invoke-AiGatewayRequest prod-api openai chat/completions -Body @{}");
        Assert.Equal("ProviderRejected", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.DoesNotContain("-Option", Shown(error), StringComparison.Ordinal);
        Assert.Contains("Correct the body", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_provider_that_is_not_there_is_named()
    {
        ErrorRecord error = RunToError("Invoke-AiGatewayChat prod-api custom-nope/x hi");
        Assert.Contains("Get-AiGatewayCustomProvider 'nope'", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_body_it_is_a_GET()
    {
        Run("Invoke-AiGatewayRequest prod-api openai models -ProviderKey $key", ("key", Token("sk-good-key")));
        Assert.EndsWith("GET /v1/" + EmulatorProcess.AccountId + "/prod-api/openai/models", Emulator.Requests()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_answers_come_as_bytes_or_go_into_a_file()
    {
        const string speech = "Invoke-AiGatewayRequest prod-api openai audio/speech -Body @{ model = 'gpt-4o-mini-tts'; input = 'hi'; voice = 'alloy' }";
        byte[] bytes = (byte[])Run(speech).Output[0].Properties["Bytes"].Value;
        Assert.NotEmpty(bytes);
        string file = Path.Combine(Path.GetTempPath(), $"aig-{Guid.NewGuid():N}.wav");
        try
        {
            PSObject answer = Run(speech + " -OutFile $file", ("file", file)).Output[0];
            Assert.Equal(bytes, File.ReadAllBytes(file));
            Assert.Equal(file, answer.Properties["Path"].Value);
            Assert.Equal((long)bytes.Length, answer.Properties["Length"].Value);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Steps_fall_back()
    {
        Emulator.Post("/_emulator/providers", new JsonObject { ["provider"] = "openai", ["status"] = 500, ["times"] = -1 });
        PSObject answer = Assert.Single(Run($$"""
            Invoke-AiGatewayRequest prod-api -Step @(
                @{ Provider = 'openai'; Endpoint = 'chat/completions'; Query = {{Body}}; ProviderKey = $key },
                @{ Provider = 'workers-ai'; Endpoint = '@cf/meta/llama-3.1-8b-instruct'; Query = @{ prompt = 'hi' } })
            """, ("key", Token("sk-step-key"))).Output);
        Assert.Equal(1, answer.Properties["Step"].Value);
        Assert.Equal("workers-ai", answer.Properties["Provider"].Value);
        Assert.Contains("llama-3.1-8b-instruct", (string)answer.Properties["Text"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_tried_with_one_call_and_its_cost_looked_up()
    {
        PSObject test = Assert.Single(Run("Test-AiGatewayModel prod-api openai/gpt-5-mini").Output);
        Assert.True((bool)test.Properties["Success"].Value);
        Assert.Equal("Unified Billing", test.Properties["Credential"].Value);
        Assert.True((decimal)test.Properties["Cost"].Value > 0);
        Assert.NotNull(test.Properties["LogId"].Value);
        Assert.Single(Emulator.Writes(), w => w.EndsWith("/chat/completions", StringComparison.Ordinal));
    }

    [Fact]
    public void Models_come_from_rows_and_routes()
    {
        Run("New-AiGatewayRoute prod-api support ((New-AiGatewayRouteElement -Next m), (New-AiGatewayRouteElement m -Provider openai -Model gpt-5-mini -Fallback end), (New-AiGatewayRouteElement -End))");
        EngineResult rows = Session.Run("[pscustomobject]@{ Model = 'openai/gpt-5-mini' }, [pscustomobject]@{ Model = 'nonsense' }, [pscustomobject]@{ Model = '@cf/meta/llama-3.1-8b-instruct' } | Test-AiGatewayModel prod-api -LogWaitSec 0");
        Assert.Equal(["openai/gpt-5-mini", "@cf/meta/llama-3.1-8b-instruct"], rows.Output.Select(o => (string)o.Properties["Model"].Value));
        Assert.Equal("InvalidModel", Assert.Single(rows.Errors).FullyQualifiedErrorId.Split(',')[0]);
        PSObject route = Assert.Single(Run("Get-AiGatewayRoute prod-api | Test-AiGatewayModel -LogWaitSec 0").Output);
        Assert.Equal(("dynamic/support", true), (route.Properties["Model"].Value, route.Properties["Success"].Value));
    }

    [Fact]
    public void A_model_that_fails_is_a_finding()
    {
        EngineResult result = Run("Get-AiGateway prod-api | Test-AiGatewayModel -Model mistral/x, openai/gpt-5-mini -LogWaitSec 0");
        Assert.Equal([false, true], result.Output.Select(o => (bool)o.Properties["Success"].Value));
        Assert.Equal("CreditsMissing", $"{result.Output[0].Properties["Reason"].Value}");
        Assert.NotNull(result.Output[0].Properties["Advice"].Value);
        Assert.Matches(@"openai/gpt-5-mini +NotFound ", Session.RunFormatted("Test-AiGatewayModel missing-api openai/gpt-5-mini").HostText);
        Assert.Equal("Provider key on the request", Run("Test-AiGatewayModel prod-api openai/gpt-5-mini -ProviderKey $key", ("key", Token("sk-good"))).Output[0].Properties["Credential"].Value);
    }
}
