using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Guardrails and data loss prevention.</summary>
public sealed class ContentCheckTests
{
    [Theory]
    [InlineData("""{"S1":"BLOCK"}""", "{}", "Something unsafe-S1 here", 424, 2016)]
    [InlineData("""{"S1":"BLOCK"}""", "{}", "Something UNSAFE-s1", 424, 2016)]
    [InlineData("""{"S1":"BLOCK"}""", "{}", "unsafe-S10", 200, 0)]
    [InlineData("""{"S10":"BLOCK"}""", "{}", "unsafe-S1 unsafe-S10", 424, 2016)]
    [InlineData("""{"P1":"BLOCK"}""", "{}", "unsafe-P1", 424, 2016)]
    [InlineData("""{"S1":"FLAG"}""", "{}", "unsafe-S1", 200, 0)]
    [InlineData("{}", """{"S2":"BLOCK"}""", "unsafe-S2", 424, 2017)]
    [InlineData("{}", """{"S2":"BLOCK"}""", "harmless", 200, 0)]
    public async Task Guardrails_block_prompts_and_answers(string prompt, string response, string text, int status, int code)
    {
        using HostTwin twin = await GuardedAsync(prompt, response);
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", text));
        Assert.Equal(status, answer.Status);
        if (code > 0)
        {
            Assert.Equal((status, code), answer.HostError());
        }
    }

    [Fact]
    public async Task A_system_prompt_is_looked_at_too()
    {
        using HostTwin twin = await GuardedAsync("""{"S1":"BLOCK"}""", "{}");
        JsonNode messages = JsonNode.Parse("""[{"role":"system","content":"unsafe-S1"},{"role":"user","content":"Hi"}]""")!;
        Assert.Equal(424, (await twin.CompatAsync(new JsonObject { ["model"] = "openai/gpt-4o", ["messages"] = messages })).Status);
    }

    [Theory]
    [InlineData("""{"S1":"BLOCK"}""", "{}")]
    [InlineData("{}", """{"S1":"BLOCK"}""")]
    public async Task The_REST_API_has_one_code_for_both(string prompt, string response)
    {
        using HostTwin twin = await GuardedAsync(prompt, response);
        Answer answer = await twin.RestAsync("run", new JsonObject { ["model"] = "openai/gpt-4.1", ["input"] = HostTwin.Chat("x", "unsafe-S1") });
        Assert.Equal((422, 2017), answer.HostError());
    }

    [Fact]
    public async Task Guardrails_take_the_stream_away_on_the_gateway_host()
    {
        using HostTwin twin = await GuardedAsync("{}", """{"S1":"FLAG"}""");
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi", "stream", true));
        Assert.Equal("application/json", answer.Headers["content-type"]);
        Assert.Equal("gpt-4o: Hi", answer.Says());
    }

    [Fact]
    public async Task On_the_REST_API_streams_pass()
    {
        using HostTwin twin = await GuardedAsync("{}", """{"S1":"BLOCK"}""");
        Answer answer = await twin.RestAsync("v1/chat/completions", HostTwin.Chat("openai/gpt-4.1", "unsafe-S1", "stream", true));
        Assert.Equal("gpt-4.1: unsafe-S1", HostAnswers.ChunksSay(answer.Body));
    }

    [Theory]
    [InlineData("""{"S1":"BLOCK"}""", 503)]
    [InlineData("""{"S1":"FLAG"}""", 200)]
    public async Task A_scanner_that_is_down_stops_what_could_be_blocked(string prompt, int status)
    {
        using HostTwin twin = await GuardedAsync(prompt, "{}");
        twin.App.AddProviderFault(new ProviderFault { Provider = "guardrails" });
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi"));
        Assert.Equal(status, answer.Status);
        Assert.True(status == 200 || answer.HostError() == (503, 7013));
        Assert.Equal(200, (await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi"))).Status);
    }

    [Fact]
    public async Task A_fault_of_any_provider_is_none_of_the_scanner()
    {
        using HostTwin twin = await GuardedAsync("""{"S1":"BLOCK"}""", "{}");
        twin.App.AddProviderFault(new ProviderFault { Status = 500 });
        Assert.Equal(500, (await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi"))).Status);
    }

    [Fact]
    public async Task A_scanner_that_cannot_be_paid_stops_everything()
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"workers_ai_billing_mode\":\"unified\",\"guardrails\":{\"prompt\":{\"S1\":\"FLAG\"},\"response\":{}}");
        twin.App.Behaviour = twin.App.Behaviour with { NoCredits = true };
        Assert.Equal((402, 2021), (await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi"), "Authorization: Bearer sk-mine")).HostError());
    }

    [Fact]
    public async Task A_blocked_answer_was_made_and_costs()
    {
        using HostTwin twin = await GuardedAsync("{}", """{"S1":"BLOCK"}""");
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "unsafe-S1"));
        JsonNode row = (await twin.Inner.Client.GetAsync($"{LogTwin.Logs}/{answer.Headers["cf-aig-log-id"]}")).Result;
        Assert.Equal((false, 424), ((bool)row["success"]!, (int)row["status_code"]!));
        Assert.True((double)row["cost"]! > 0);
    }

    [Theory]
    [InlineData("BLOCK", "REQUEST", 2029)]
    [InlineData("BLOCK", "RESPONSE", 2030)]
    [InlineData("FLAG", "REQUEST", 0)]
    [InlineData("FLAG", "RESPONSE", 0)]
    public async Task Data_loss_prevention_tells_what_it_found(string action, string check, int code)
    {
        using HostTwin twin = await WithPoliciesAsync(Policy("p1", action, check, "cards"));
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "my dlp-match number"));
        Assert.Equal(code == 0 ? 200 : 400, answer.Status);
        Assert.True(code == 0 || answer.HostError().Code == code);
        JsonNode header = JsonNode.Parse(answer.Headers["cf-aig-dlp"])!;
        Assert.Equal(action, (string)header["action"]!);
        JsonNode finding = Assert.Single(header["findings"]!.AsArray())!;
        Assert.Equal(("cards", "p1", check), ((string)finding["profile"]!["profile_id"]!, (string)finding["policy_ids"]![0]!, (string)finding["check"]!));
        Assert.Single(finding["profile"]!["entry_ids"]!.AsArray());
        Assert.Single((await twin.Inner.Client.GetAsync(LogTwin.Logs + "?" + LogTwin.Filter("dlp_action", "eq", action))).Ids);
    }

    [Theory]
    [InlineData("nothing", 200)]
    [InlineData("dlp-match", 400)]
    [InlineData("dlp-match:cards", 400)]
    [InlineData("dlp-match:names", 200)]
    [InlineData("dlp-match:names dlp-match:cards", 400)]
    public async Task A_profile_can_be_named(string text, int status)
    {
        using HostTwin twin = await WithPoliciesAsync(Policy("p1", "BLOCK", "REQUEST", "cards"));
        Assert.Equal(status, (await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", text))).Status);
    }

    [Fact]
    public async Task Several_policies_find_several_things_and_the_strictest_counts()
    {
        using HostTwin twin = await WithPoliciesAsync(
            Policy("p1", "FLAG", "REQUEST", "cards"), Policy("p2", "FLAG", "RESPONSE", "names"), Policy("p3", "BLOCK", "RESPONSE", "cards"));
        JsonNode header = JsonNode.Parse((await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "dlp-match"))).Headers["cf-aig-dlp"])!;
        Assert.Equal((3, "BLOCK"), (header["findings"]!.AsArray().Count, (string)header["action"]!));
    }

    [Theory]
    [InlineData("true", 400)]
    [InlineData("false", 200)]
    public async Task The_old_form_still_works(string enabled, int status)
    {
        using HostTwin twin = await HostTwin.MakeAsync("\"dlp\":{\"enabled\":" + enabled + ",\"action\":\"BLOCK\",\"profiles\":[\"cards\"]}");
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "dlp-match"));
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 400, answer.Headers.ContainsKey("cf-aig-dlp"));
    }

    [Fact]
    public async Task A_stream_is_held_back_until_its_answer_was_looked_at()
    {
        using HostTwin twin = await WithPoliciesAsync(Policy("p1", "BLOCK", "RESPONSE", "cards"));
        twin.App.AddProviderFault(new ProviderFault { PieceDelayMs = 1000 });
        Answer answer = await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "Hi", "stream", true));
        Assert.Equal("gpt-4o: Hi", HostAnswers.ChunksSay(answer.Body));
        Assert.Equal((400, 2030), (await twin.CompatAsync(HostTwin.Chat("openai/gpt-4o", "dlp-match", "stream", true))).HostError());
    }

    private static Task<HostTwin> GuardedAsync(string prompt, string response) =>
        HostTwin.MakeAsync("\"guardrails\":{\"prompt\":" + prompt + ",\"response\":" + response + "}");

    private static Task<HostTwin> WithPoliciesAsync(params string[] policies) =>
        HostTwin.MakeAsync("\"dlp\":{\"enabled\":true,\"policies\":[" + string.Join(',', policies) + "]}");

    private static string Policy(string id, string action, string check, string profile) =>
        $$"""{"id":"{{id}}","enabled":true,"action":"{{action}}","check":["{{check}}"],"profiles":["{{profile}}"]}""";
}
