using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Inference;

public sealed class ChatTests : ModuleTest
{
    private const string Tool = "@{ Name = 'weather'; Description = 'The weather'; Parameters = @{ type = 'object'; properties = @{ city = @{ type = 'string' } } } }";

    public ChatTests(EmulatorProcess emulator)
        : base(emulator) => Run("New-AiGateway prod-api -CacheTtl 300 -CollectLogs $true");

    [Fact]
    public void An_answer_has_everything()
    {
        PSObject result = Assert.Single(Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'Hello there'").Output);
        Assert.Equal("gpt-5-mini: Hello there", result.ToString());
        Assert.Equal("gpt-5-mini", result.Properties["Model"].Value);
        Assert.Equal("openai", result.Properties["Provider"].Value);
        Assert.Equal("stop", result.Properties["FinishReason"].Value);
        Assert.Equal("MISS", result.Properties["CacheStatus"].Value);
        Assert.Equal("Hello there", result.Properties["Prompt"].Value);
        Assert.Equal("prod-api", result.Properties["GatewayId"].Value);
        Assert.Equal(EmulatorProcess.AccountId, result.Properties["AccountId"].Value);
        Assert.NotNull(result.Properties["LogId"].Value);
        dynamic usage = result.Properties["Usage"].Value;
        Assert.Equal((long)usage.InputTokens + (long)usage.OutputTokens, (long)usage.TotalTokens);
        Assert.Contains("gpt-5-mini: Hello there", (string)result.Properties["Raw"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_piped_prompt_is_a_call()
    {
        Assert.Equal(["gpt-5-mini: one", "gpt-5-mini: two"], Texts("'one', 'two' | Invoke-AiGatewayChat prod-api openai/gpt-5-mini -Raw"));
        Assert.Equal(["gpt-5-mini: a", "gpt-5-mini: b"], Texts("[pscustomobject]@{ Prompt = 'a' }, [pscustomobject]@{ Prompt = 'b' } | Invoke-AiGatewayChat prod-api openai/gpt-5-mini -Raw"));
        Assert.Equal(["gpt-5-mini: c", "gpt-5-mini: d"], Texts("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'c', 'd' -Raw"));
        Assert.Equal(6, Emulator.Writes().Count(w => w.EndsWith("/ai/v1/chat/completions", StringComparison.Ordinal)));
    }

    [Fact]
    public void Piped_gateways_and_answers_bind()
    {
        Assert.Equal(["gpt-5-mini: hi"], Texts("Get-AiGateway prod-api | Invoke-AiGatewayChat -Model openai/gpt-5-mini -Prompt hi -Raw"));
        PSObject row = Assert.Single(Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'log me' -Metadata @{ user = 'u1' } -EventId e-1 | Get-AiGatewayLog").Output);
        Assert.Equal("u1", ((System.Collections.Generic.IReadOnlyDictionary<string, object?>)row.Properties["Metadata"].Value)["user"]);
        Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi | Set-AiGatewayLog -Feedback Positive");
    }

    [Fact]
    public void One_failing_prompt_does_not_stop_the_rest()
    {
        Emulator.Post("/_emulator/providers", new JsonObject { ["provider"] = "openai", ["status"] = 500 });
        EngineResult result = Session.Run("'one', ' ', 'two' | Invoke-AiGatewayChat prod-api openai/gpt-5-mini -Raw");
        Assert.Equal(["ProviderFailed", "InvalidPrompt"], result.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal("gpt-5-mini: two", Assert.Single(result.Output).ToString());
    }

    [Theory]
    [InlineData("openai/gpt-5-mini")]
    [InlineData("anthropic/claude-haiku-4-5")]
    [InlineData("google/gemini-2.5-flash")]
    [InlineData("@cf/meta/llama-3.1-8b-instruct")]
    public void A_stream_says_what_the_answer_does(string model)
    {
        foreach (string more in new[] { string.Empty, "-Surface Native", "-Surface Compat" })
        {
            string whole = Assert.Single(Texts($"Invoke-AiGatewayChat prod-api '{model}' 'Grüezi 🦊 there' -Raw -SkipCache {more}"));
            Emulator.Post("/_emulator/providers", new JsonObject { ["split_characters"] = true, ["comments"] = true });
            EngineResult pieces = Run($"Invoke-AiGatewayChat prod-api '{model}' 'Grüezi 🦊 there' -Stream -SkipCache {more}");
            Assert.Equal(whole, string.Concat(pieces.Output.Select(p => p.ToString())));
            Assert.True(pieces.Output.Count > 2);
            Assert.Equal("stop", Assert.Single(pieces.Output, p => p.Properties["FinishReason"].Value is not null).Properties["FinishReason"].Value);
            Assert.All(pieces.Output, p => Assert.NotNull(p.Properties["LogId"].Value));
            Assert.Empty(pieces.Warnings);
        }
    }

    [Fact]
    public void A_stream_that_breaks_is_an_error_behind_its_pieces()
    {
        Emulator.Post("/_emulator/providers", new JsonObject { ["break_after"] = 3 });
        EngineResult result = Session.Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'one two three four' -Stream -Raw");
        Assert.Equal("StreamBroken,CloudflareAiGateway.Commands.InvokeAiGatewayChatCommand", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.StartsWith("gpt-5-mini:", string.Concat(result.Output.Select(p => p.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_without_its_end_mark_is_whole()
    {
        Emulator.Post("/_emulator/providers", new JsonObject { ["omit_done"] = true });
        EngineResult result = Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'one two' -Stream -Raw");
        Assert.Equal("gpt-5-mini: one two", string.Concat(result.Output.Select(p => p.ToString())));
    }

    [Fact]
    public void Pieces_are_written_while_others_are_still_to_come()
    {
        Emulator.Post("/_emulator/providers", new JsonObject { ["piece_delay_ms"] = 300 });
        EngineResult result = Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'one two three four' -Stream | ForEach-Object { [DateTime]::UtcNow }");
        DateTime[] times = result.OutputOf<DateTime>().ToArray();
        Assert.True(times[^1] - times[0] > TimeSpan.FromMilliseconds(600), $"{times[^1] - times[0]}");
    }

    [Fact]
    public void Select_First_ends_the_stream()
    {
        Emulator.Post("/_emulator/providers", new JsonObject { ["piece_delay_ms"] = 2000 });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'a b c d e f g h i j k l m n o p' -Stream | Select-Object -First 1").Output);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
    }

    [Fact]
    public void JSON_comes_as_an_object()
    {
        PSObject answer = Assert.Single(Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -AsObject -ResponseFormat @{ type = 'object'; properties = @{ city = @{ type = 'string' } } }").Output);
        Assert.Equal("hi", answer.Properties["city"].Value);
        Assert.Equal("hi", Run("(Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ResponseFormat json).Content.answer").Output[0].ToString());
        PSObject content = (PSObject)Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ResponseFormat json").Output[0].Properties["Content"].Value;
        Assert.Equal("hi", content.Properties["answer"].Value);
        ErrorRecord error = RunToError("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'a b c d e f g h' -AsObject -MaxTokens 2");
        Assert.StartsWith("UnexpectedResponse", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("length", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai/gpt-5-mini", "")]
    [InlineData("anthropic/claude-haiku-4-5", "-Surface Native")]
    [InlineData("google/gemini-2.5-flash", "-Surface Native")]
    public void A_conversation_with_a_tool(string model, string more)
    {
        EngineResult result = Run($$"""
            $tool = {{Tool}}
            $call = Invoke-AiGatewayChat prod-api {{model}} 'Use weather' -Tool $tool {{more}}
            $call.ToolCalls[0].Name
            Invoke-AiGatewayChat prod-api {{model}} -Message 'Use weather', $call, @{ Role = 'tool'; ToolCallId = $call.ToolCalls[0].Id; Content = @{ degrees = 7 } } -Tool $tool -System 'Be brief.' -Raw {{more}}
            """);
        Assert.Equal("weather", result.Output[0].ToString());
        Assert.Contains("degrees", result.Output[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_go_along_from_files_and_addresses()
    {
        string file = Path.Combine(Path.GetTempPath(), $"aig-{Guid.NewGuid():N}.png");
        File.WriteAllBytes(file, [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]);
        try
        {
            Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'And this?' -Message @{ Role = 'user'; Content = 'What is it?'; Image = $file, 'https://x.example/a.jpg' } -Raw", ("file", file));
        }
        finally
        {
            File.Delete(file);
        }

        JsonNode? sent = Emulator.Journal().Last(r => ((string?)r!["path"])!.EndsWith("/chat/completions", StringComparison.Ordinal));
        string body = sent!["body"]!.ToJsonString();
        Assert.Contains("data:image/png;base64,iVBORwECAw==", body.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("https://x.example/a.jpg", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_answers_the_second_time()
    {
        Assert.Equal(["MISS", "HIT"], Texts("1..2 | ForEach-Object { (Invoke-AiGatewayChat prod-api openai/gpt-5-mini again -CacheTtl ([timespan]::FromHours(1))).CacheStatus }"));
    }

    [Fact]
    public void Errors_tell_the_gateway_and_the_provider_apart()
    {
        Run("New-AiGateway safe-api -Guardrails @{ Prompt = @{ S1 = 'Block' } } | Out-Null; New-AiGateway strict-api -ByokOnly $true");
        Assert.Equal("GatewayNotFound", Id("Invoke-AiGatewayChat gone-api openai/gpt-5-mini hi"));
        Assert.Equal("GatewayNotFound", Id("Invoke-AiGatewayChat gone-api openai/gpt-5-mini hi -Surface Compat"));
        Assert.Equal("ProviderUnauthorized", Id("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ProviderKey $key", ("key", Token("wrong-key-1"))));
        Assert.Equal("ProviderKeyMissing", Id("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ByokAlias team"));
        Assert.Equal("ProviderKeyMissing", Id("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -NoUnifiedBilling"));
        Assert.Equal("ProviderKeyMissing", Id("Invoke-AiGatewayChat strict-api openai/gpt-5-mini hi"));
        Assert.Equal("PromptBlocked", Id("Invoke-AiGatewayChat safe-api openai/gpt-5-mini 'unsafe-s1 things'"));
        Assert.Equal("CreditsMissing", Id("Invoke-AiGatewayChat prod-api mistral/mistral-small-latest hi"));
        Assert.Equal("ModelNotFound", Id("Invoke-AiGatewayChat prod-api dynamic/nowhere hi"));
        Assert.Equal("Unauthorized", Id("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -RunToken $token", ("token", Token("reader-token"))));
        Emulator.Post("/_emulator/providers", new JsonObject { ["status"] = 429 });
        Assert.Equal("ProviderRateLimited", Id("Invoke-AiGatewayChat prod-api openai/gpt-5-mini 'limited' -MaxAttempts 1"));
    }

    [Fact]
    public void Retries_and_options_reach_the_gateway()
    {
        Emulator.Post("/_emulator/providers", new JsonObject { ["status"] = 500, ["times"] = 2 });
        Assert.Equal(["gpt-5-mini: hi"], Texts("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -MaxAttempts 3 -RetryDelay 1 -Backoff Constant -Raw"));
        Assert.Single(Emulator.Writes(), w => w.EndsWith("/chat/completions", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIf_names_surface_gateway_and_cost()
    {
        string text = Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -WhatIf").HostText;
        Assert.Contains("surface Rest", text, StringComparison.Ordinal);
        Assert.Contains("gateway 'prod-api'", text, StringComparison.Ordinal);
        Assert.Contains("costs money", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbose_says_why_the_surface()
    {
        EngineResult result = Run("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -ProviderKey $key -Verbose", ("key", Token("sk-good-key")));
        Assert.Contains(result.Verbose, v => v.Message == "Surface Native: Rest has no place for a provider's key. Credential: Provider key on the request.");
    }

    [Fact]
    public void The_views_fit_a_hundred_columns()
    {
        foreach (string script in new[]
        {
            "Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi", "Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi -Stream",
            "Test-AiGatewayModel prod-api openai/gpt-5-mini", "Invoke-AiGatewayRequest prod-api openai models",
        })
        {
            Assert.All(Session.RunFormatted(script).HostText.Split('\n'), l => Assert.True(l.TrimEnd().Length <= 100, l));
        }

        Assert.Matches("Text +: gpt-5-mini: hi", Session.RunFormatted("Invoke-AiGatewayChat prod-api openai/gpt-5-mini hi").HostText);
    }

    [Fact]
    public void The_automatic_router_chooses_from_what_is_allowed()
    {
        PSObject answer = Assert.Single(Run("Invoke-AiGatewayChat prod-api cloudflare/auto hi -AllowedModel openai/gpt-5* -AllowedProvider openai -SessionId s -TurnId t").Output);
        Assert.Equal(("openai", "gpt-5-nano", "cost_optimal_within_pool"), (answer.Properties["Provider"].Value, answer.Properties["Model"].Value, answer.Properties["RoutingReason"].Value));
        Assert.Equal(["pinned_by_turn"], Texts("(Invoke-AiGatewayChat prod-api cloudflare/auto ho -TurnId t).RoutingReason"));
        Assert.Equal(["pinned_by_turn"], Texts("Invoke-AiGatewayChat prod-api cloudflare/auto ho -TurnId t -Stream | Select-Object -First 1 -ExpandProperty RoutingReason"));
        Assert.Matches("RoutingReason +: pinned_by_turn", Session.RunFormatted("Invoke-AiGatewayChat prod-api cloudflare/auto ho -TurnId t").HostText);
        Assert.DoesNotContain("RoutingReason", Session.RunFormatted("Invoke-AiGatewayChat prod-api openai/gpt-5-mini ho").HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_complete()
    {
        Run("New-AiGatewayCustomProvider inhouse -BaseUrl https://llm.example.com -Enable $true");
        Run("New-AiGatewayRoute prod-api support ((New-AiGatewayRouteElement -Next m), (New-AiGatewayRouteElement m -Provider openai -Model gpt-5-mini -Fallback end), (New-AiGatewayRouteElement -End))");
        Assert.Contains("openai/gpt-5-mini", Completions("Invoke-AiGatewayChat prod-api -Model openai/"));
        Assert.Equal(["'@cf/baai/bge-m3'"], Completions("Invoke-AiGatewayChat prod-api -Model '@cf/baai"));
        Assert.Equal(["custom-inhouse/"], Completions("Invoke-AiGatewayChat prod-api custom"));
        Assert.Equal(["dynamic/support"], Completions("Test-AiGatewayModel prod-api dynamic/"));
        Assert.Equal(["custom-inhouse"], Completions("Invoke-AiGatewayRequest prod-api cust"));
        Assert.Equal(["custom-inhouse"], Completions("Get-AiGatewayProvider cust"));
        Assert.Equal(["v1/messages"], Completions("Invoke-AiGatewayRequest prod-api anthropic "));
    }

    [Fact]
    public void Completing_a_well_known_model_asks_nobody()
    {
        Emulator.ForgetRequests();
        Assert.NotEmpty(Completions("Invoke-AiGatewayChat prod-api openai/"));
        Assert.NotEmpty(Completions("Invoke-AiGatewayRequest prod-api op"));
        Assert.Empty(Emulator.Requests());
        Assert.NotEmpty(Completions("Invoke-AiGatewayChat missing-gateway "));
    }

    private string[] Completions(string script) => [.. Session.Complete(script).CompletionMatches.Select(m => m.CompletionText)];

    private string[] Texts(string script) => Run(script).Output.Select(o => o.ToString()).ToArray();

    private string Id(string script, params (string Name, object? Value)[] variables) => RunToError(script, variables).FullyQualifiedErrorId.Split(',')[0];
}
