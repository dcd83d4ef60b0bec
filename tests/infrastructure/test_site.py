"""The CDN, the headers of the site, the firewall."""

from __future__ import annotations

import re
from typing import Any

from local.place import ROOT
from tests.infrastructure.product_template import target, written

TEMPLATE = written()
RESOURCES: dict[str, Any] = TEMPLATE["Resources"]
CDN: dict[str, Any] = RESOURCES["Cdn"]["Properties"]["DistributionConfig"]
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"


def _origin(name: str) -> dict[str, Any]:
    return next(origin for origin in CDN["Origins"] if origin["Id"] == name)


def test_the_api_is_never_cached_and_gets_everything_but_the_host():
    (behaviour,) = CDN["CacheBehaviors"]
    assert behaviour["PathPattern"] == "/api/*"
    assert behaviour["CachePolicyId"] == CACHING_DISABLED
    assert behaviour["OriginRequestPolicyId"] == ALL_VIEWER_EXCEPT_HOST
    assert "OriginPath" not in _origin("api"), "the stage is called api"


def test_plain_http_is_redirected_or_refused():
    assert CDN["DefaultCacheBehavior"]["ViewerProtocolPolicy"] == "redirect-to-https"
    assert CDN["CacheBehaviors"][0]["ViewerProtocolPolicy"] == "https-only"
    assert _origin("api")["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only"


def test_paths_of_the_app_are_resolved_without_error_pages():
    """CustomErrorResponses would turn the API's 404 and 403 into pages."""
    assert "CustomErrorResponses" not in CDN
    (association,) = CDN["DefaultCacheBehavior"]["FunctionAssociations"]
    assert target(association["FunctionARN"]) == "SitePaths"


def test_the_site_bucket_is_read_by_signed_requests_of_the_cdn():
    assert target(_origin("site")["OriginAccessControlId"]) == "SiteAccess"
    assert RESOURCES["SiteAccess"]["Properties"]["OriginAccessControlConfig"]["SigningBehavior"] == "always"


def _directives(text: str) -> dict[str, str]:
    return {name: rest.strip() for name, _, rest in (part.strip().partition(" ") for part in text.split(";"))}


def _csp() -> dict[str, str]:
    headers = RESOURCES["SiteHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    return _directives(headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"][0])


def test_the_content_security_policy_names_us_and_the_bucket_only():
    policy = _csp()
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["connect-src"] == "'self' ${Documents}"
    assert not [rule for rule in policy.values() if "unsafe" in rule]
    assert policy["script-src"] == policy["style-src"] == policy["worker-src"] == "'self'"
    assert not [rule for rule in policy.values() if "*" in rule or "http:" in rule]


def test_the_browser_tests_run_under_the_same_policy():
    """The local preview of the web app sends the policy of the CDN; only the bucket has no address there."""
    source = (ROOT / "frontend" / "plugins" / "contentSecurityPolicy.ts").read_text(encoding="utf-8")
    listed = source.partition("CONTENT_SECURITY_POLICY = [")[2].partition("]")[0]
    preview = "; ".join(re.findall(r'"([^"]+)"', listed))
    assert _directives(preview) == {name: rule.replace(" ${Documents}", "") for name, rule in _csp().items()}


def test_both_answers_carry_the_security_headers():
    for name in ("SiteHeaders", "ApiHeaders"):
        headers = RESOURCES[name]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        assert headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31536000
        assert headers["ContentTypeOptions"] == {"Override": True}
        assert headers["FrameOptions"]["FrameOption"] == "DENY"
        assert headers["ReferrerPolicy"]["ReferrerPolicy"] == "no-referrer"


def test_the_cdn_proves_itself_to_the_firewall():
    secret = {"Fn::Sub": "{{resolve:secretsmanager:${OriginSecret}:SecretString}}"}
    assert _origin("api")["OriginCustomHeaders"] == [{"HeaderName": "x-origin-secret", "HeaderValue": secret}]
    rules = {rule["Name"]: rule for rule in RESOURCES["Firewall"]["Properties"]["Rules"]}
    match = rules["through-our-cdn"]["Statement"]["NotStatement"]["Statement"]["ByteMatchStatement"]
    assert match["SearchString"] == secret
    assert match["FieldToMatch"] == {"SingleHeader": {"Name": "x-origin-secret"}}
    assert rules["through-our-cdn"]["Action"] == {"Block": {}}


def test_rates_count_the_address_that_the_cdn_saw():
    """X-Forwarded-For begins with whatever the viewer claims."""
    assert "x-viewer-ip" in RESOURCES["ViewerAddress"]["Properties"]["FunctionCode"]
    (association,) = CDN["CacheBehaviors"][0]["FunctionAssociations"]
    assert target(association["FunctionARN"]) == "ViewerAddress"
    rates = [
        rule["Statement"]["RateBasedStatement"]
        for rule in RESOURCES["Firewall"]["Properties"]["Rules"]
        if "RateBasedStatement" in rule["Statement"]
    ]
    assert len(rates) == 2
    assert {rate["ForwardedIPConfig"]["HeaderName"] for rate in rates} == {"x-viewer-ip"}


def test_the_viewers_address_is_believed_only_behind_the_firewall():
    """Who counts attempts by a header has to know that nobody but the CDN writes it."""
    code = RESOURCES["ViewerAddress"]["Properties"]["FunctionCode"]
    # Written over what the viewer sent, and from the connection
    assert "request.headers['x-viewer-ip'] = { value: event.viewer.ip };" in code
    named = RESOURCES["ApiAuthFunction"]["Properties"]["Environment"]["Variables"]["AUTOFATTURE_VIEWER_HEADER"]
    assert named == {"Fn::If": ["UseWaf", "x-viewer-ip", {"Ref": "ViewerHeaderWithoutWaf"}]}
    assert TEMPLATE["Parameters"]["ViewerHeaderWithoutWaf"]["Default"] == ""
    # Every way from the CDN to the API passes that function
    to_api = [one for one in CDN["CacheBehaviors"] if one["TargetOriginId"] == "api"]
    assert [one["FunctionAssociations"][0]["EventType"] for one in to_api] == ["viewer-request"]
    assert CDN["DefaultCacheBehavior"]["TargetOriginId"] == "site"


def test_the_firewall_costs_nothing_where_it_is_not_wanted():
    for name in ("Firewall", "FirewallOnApi"):
        assert RESOURCES[name]["Condition"] == "UseWaf"
    assert TEMPLATE["Parameters"]["EnableWaf"]["Default"] == "true"


def test_nothing_asks_the_cdn_for_its_name_but_the_outputs():
    """PublicUrl is configuration: a function or a header that asked the CDN would make a circle."""
    asking = [name for name, item in RESOURCES.items() if "Cdn.DomainName" in str(item) or "['Cdn'," in str(item)]
    assert asking == []
