var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u=globalThis,d=u.ShadowRoot&&(u.ShadyCSS===void 0||u.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,f=Symbol(),p=new WeakMap,m=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==f)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(d&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=p.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&p.set(t,e))}return e}toString(){return this.cssText}},h=e=>new m(typeof e==`string`?e:e+``,void 0,f),g=(e,...t)=>new m(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,f),_=(e,t)=>{if(d)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=u.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},v=d?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return h(t)})(e):e,{is:y,defineProperty:b,getOwnPropertyDescriptor:ee,getOwnPropertyNames:te,getOwnPropertySymbols:ne,getPrototypeOf:re}=Object,ie=globalThis,ae=ie.trustedTypes,oe=ae?ae.emptyScript:``,se=ie.reactiveElementPolyfillSupport,ce=(e,t)=>e,le={toAttribute(e,t){switch(t){case Boolean:e=e?oe:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},ue=(e,t)=>!y(e,t),de={attribute:!0,type:String,converter:le,reflect:!1,useDefault:!1,hasChanged:ue};Symbol.metadata??=Symbol(`metadata`),ie.litPropertyMetadata??=new WeakMap;var fe=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=de){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&b(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=ee(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??de}static _$Ei(){if(this.hasOwnProperty(ce(`elementProperties`)))return;let e=re(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(ce(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(ce(`properties`))){let e=this.properties,t=[...te(e),...ne(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(v(e))}else e!==void 0&&t.push(v(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return _(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?le:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?le:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??ue)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};fe.elementStyles=[],fe.shadowRootOptions={mode:`open`},fe[ce(`elementProperties`)]=new Map,fe[ce(`finalized`)]=new Map,se?.({ReactiveElement:fe}),(ie.reactiveElementVersions??=[]).push(`2.1.2`);var pe=globalThis,me=e=>e,he=pe.trustedTypes,ge=he?he.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,_e=`$lit$`,x=`lit$${Math.random().toFixed(9).slice(2)}$`,ve=`?`+x,ye=`<${ve}>`,S=document,be=()=>S.createComment(``),xe=e=>e===null||typeof e!=`object`&&typeof e!=`function`,Se=Array.isArray,Ce=e=>Se(e)||typeof e?.[Symbol.iterator]==`function`,we=`[ 	
\f\r]`,Te=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ee=/-->/g,De=/>/g,C=RegExp(`>|${we}(?:([^\\s"'>=/]+)(${we}*=${we}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),Oe=/'/g,ke=/"/g,Ae=/^(?:script|style|textarea|title)$/i,w=(e=>(t,...n)=>({_$litType$:e,strings:t,values:n}))(1),T=Symbol.for(`lit-noChange`),E=Symbol.for(`lit-nothing`),je=new WeakMap,Me=S.createTreeWalker(S,129);function Ne(e,t){if(!Se(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ge===void 0?t:ge.createHTML(t)}var Pe=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=Te;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===Te?c[1]===`!--`?o=Ee:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=C):(Ae.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=C):o=De:o===C?c[0]===`>`?(o=i??Te,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?C:c[3]===`"`?ke:Oe):o===ke||o===Oe?o=C:o===Ee||o===De?o=Te:(o=C,i=void 0);let d=o===C&&e[t+1].startsWith(`/>`)?` `:``;a+=o===Te?n+ye:l>=0?(r.push(s),n.slice(0,l)+_e+n.slice(l)+x+d):n+x+(l===-2?t:d)}return[Ne(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Fe=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Pe(t,n);if(this.el=e.createElement(l,r),Me.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=Me.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(_e)){let t=u[o++],n=i.getAttribute(e).split(x),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Be:r[1]===`?`?Ve:r[1]===`@`?He:ze}),i.removeAttribute(e)}else e.startsWith(x)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(Ae.test(i.tagName)){let e=i.textContent.split(x),t=e.length-1;if(t>0){i.textContent=he?he.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],be()),Me.nextNode(),c.push({type:2,index:++a});i.append(e[t],be())}}}else if(i.nodeType===8){if(i.data===ve)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(x,e+1))!==-1;)c.push({type:7,index:a}),e+=x.length-1}}a++}}static createElement(e,t){let n=S.createElement(`template`);return n.innerHTML=e,n}};function Ie(e,t,n=e,r){if(t===T)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=xe(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=Ie(e,i._$AS(e,t.values),i,r)),t}var Le=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??S).importNode(t,!0);Me.currentNode=r;let i=Me.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Re(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Ue(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=Me.nextNode(),a++)}return Me.currentNode=S,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Re=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=E,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=Ie(this,e,t),xe(e)?e===E||e==null||e===``?(this._$AH!==E&&this._$AR(),this._$AH=E):e!==this._$AH&&e!==T&&this._(e):e._$litType$===void 0?e.nodeType===void 0?Ce(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==E&&xe(this._$AH)?this._$AA.nextSibling.data=e:this.T(S.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Fe.createElement(Ne(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Le(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=je.get(e.strings);return t===void 0&&je.set(e.strings,t=new Fe(e)),t}k(t){Se(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(be()),this.O(be()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=me(e).nextSibling;me(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},ze=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=E,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=E}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=Ie(this,e,t,0),a=!xe(e)||e!==this._$AH&&e!==T,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=Ie(this,r[n+o],t,o),s===T&&(s=this._$AH[o]),a||=!xe(s)||s!==this._$AH[o],s===E?e=E:e!==E&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===E?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Be=class extends ze{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===E?void 0:e}},Ve=class extends ze{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==E)}},He=class extends ze{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=Ie(this,e,t,0)??E)===T)return;let n=this._$AH,r=e===E&&n!==E||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==E&&(n===E||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ue=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){Ie(this,e)}},We={M:_e,P:x,A:ve,C:1,L:Pe,R:Le,D:Ce,V:Ie,I:Re,H:ze,N:Ve,U:He,B:Be,F:Ue},Ge=pe.litHtmlPolyfillSupport;Ge?.(Fe,Re),(pe.litHtmlVersions??=[]).push(`3.3.3`);var Ke=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Re(t.insertBefore(be(),e),e,void 0,n??{})}return i._$AI(e),i},qe=globalThis,D=class extends fe{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ke(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return T}};D._$litElement$=!0,D.finalized=!0,qe.litElementHydrateSupport?.({LitElement:D});var Je=qe.litElementPolyfillSupport;Je?.({LitElement:D}),(qe.litElementVersions??=[]).push(`4.2.2`);var O=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Ye={attribute:!0,type:String,converter:le,reflect:!1,hasChanged:ue},Xe=(e=Ye,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function k(e){return(t,n)=>typeof n==`object`?Xe(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function A(e){return k({...e,state:!0,attribute:!1})}var Ze=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function j(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Ze(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Ze(n,r,{get(){return a(this)}})}}var Qe;function $e(e){return(t,n)=>Ze(t,n,{get(){return(this.renderRoot??(Qe??=document.createDocumentFragment())).querySelectorAll(e)}})}var et=e=>(...t)=>({_$litDirective$:e,values:t}),tt=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:nt}=We,rt={},it=(e,t=rt)=>e._$AH=t,at=et(class extends tt{constructor(){super(...arguments),this.key=E}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(it(e),this.key=t),n}}),M=class extends Error{constructor(e,t,n,r){super(n),this.status=e,this.kind=t,this.retryAfterSeconds=r}},ot=class extends Error{},N={logIn:(e,t,n)=>ct(`/user/login`,{method:`POST`,form:{email:e,password:t},signal:n}),logOut:()=>ct(`/user/logout`,{method:`POST`}),whoAmI:e=>st(`/api/current-user/whoami`,{signal:e}),projects:(e,t)=>st(`/api/projects?page=${e}&page_size=100`,{signal:t}),project:(e,t)=>st(`/api/projects/${e}`,{signal:t}),leases:(e,t,n)=>st(`/api/projects/${e}/leases`,{method:`POST`,json:{count:t},signal:n}),heartbeat:(e,t)=>st(`/api/leases/${e.id}/heartbeat`,{method:`POST`,json:{token:e.token},signal:t}),handBack:e=>ct(`/api/leases/${e.id}?token=${e.token}`,{method:`DELETE`}),verdict:(e,t,n,r,i)=>st(`/api/leases/${e}/verdict`,{method:`POST`,json:{token:t,...n,lead_time_seconds:r},headers:{"Idempotency-Key":i}})};async function st(e,t={}){return await(await ct(e,t)).json().catch(()=>{throw new ot(`The answer was cut off.`)})}async function ct(e,t={}){let n=await fetch(e,lt(t)).catch(e=>{throw t.signal?.aborted?e:new ot(`The server cannot be reached.`)});if(!n.ok)throw await ut(n);return n}function lt(e){let t={Accept:`application/json`,...e.headers},n={method:e.method??`GET`,headers:t,credentials:`same-origin`,cache:`no-store`};return e.signal&&(n.signal=e.signal),e.json!==void 0&&(t[`Content-Type`]=`application/json`,n.body=JSON.stringify(e.json)),e.form&&(n.body=new URLSearchParams(e.form)),n}async function ut(e){let t=await e.json().catch(()=>null),n=Number.parseInt(e.headers.get(`Retry-After`)??``,10);return new M(e.status,dt(t,`type`).split(`/`).at(-1)??``,dt(t,`detail`)||dt(t,`title`)||`The server answered ${e.status}.`,Number.isFinite(n)?n:void 0)}function dt(e,t){let n=typeof e==`object`&&e?e[t]:void 0;return typeof n==`string`?n:``}var ft=500,pt=15e3;function mt(e,t=0,n=Math.random){let r=Math.min(pt,ft*2**(e-1)),i=Math.min(pt,t*1e3);return Math.max(i,Math.round(r*(1-n()/4)))}var ht=class{#e;#t;#n=!1;#r=0;#i=0;#a=!1;#o=!1;#s;#c=new Set;constructor(e){this.ports=e;let t=e.shelf.load();this.#e=t.unsent,this.#t=t.refused}listen(e){return this.#c.add(e),()=>this.#c.delete(e)}get state(){let e=this.#e.length;return e===0?{kind:`saved`}:this.#a?{kind:`logged-out`,unsaved:e}:{kind:this.#r>0?`retrying`:`saving`,unsaved:e}}get refused(){return this.#t}holds(e){return this.#e.some(t=>t.leaseId===e)}get size(){return this.#e.length}add(e){let t=this.#n||this.#r>0?1:0,n=this.#e.findIndex((n,r)=>r>=t&&n.leaseId===e.leaseId);n>=0?this.#e[n]=e:this.#e.push(e),this.#g(),this.#l()}wake(){this.#o=!1,this.#a=!1,this.#s?.(),this.#s=void 0,this.#l()}stop(){this.#o=!0,this.#s?.(),this.#s=void 0}dismissRefused(){this.#t=[],this.#g()}#l(){let e=this.#e[0];!e||this.#n||this.#a||this.#o||this.#s||(this.#n=!0,this.ports.send(e).then(t=>this.#u(e,t.progress),t=>this.#d(e,t)).finally(()=>this.#l()))}#u(e,t){this.#m(e),this.#g(),this.#_(n=>n.onSaved?.(e,t))}#d(e,t){t instanceof M&&t.status===401?(this.#n=!1,this.#a=!0,this.#g(),this.#_(e=>e.onLoggedOut?.())):this.#h(t)?this.#f(t):this.#p(e,t)}#f(e){this.#n=!1,this.#r++;let t=e instanceof M?e.retryAfterSeconds:void 0;this.#s=this.ports.later(mt(this.#r,t),()=>{this.#s=void 0,this.#l()}),this.#g()}#p(e,t){this.#m(e);let n={entry:e,lost:t instanceof M&&t.kind===`lease-lost`,reason:t instanceof Error?t.message:String(t)};this.#t=[...this.#t,n],this.#g(),this.#_(e=>e.onRefused?.(n))}#m(e){this.#n=!1,this.#r=0,this.#i=0,this.#e=this.#e.filter(t=>t!==e)}#h(e){return e instanceof ot?!0:e instanceof M?e.status===409&&e.kind!==`lease-lost`?++this.#i<=5:e.status>=500||e.status===408||e.status===425||e.status===429:!1}#g(){this.ports.shelf.store(this.#e,this.#t),this.#_(e=>e.onChange?.())}#_(e){for(let t of[...this.#c])e(t)}},gt=class{#e;constructor(e,t=sessionStorage){this.storage=t,this.#e=`prefstream.outbox.${e}`}load(){try{let e=JSON.parse(this.storage.getItem(this.#e)??`null`);return{unsent:e?.unsent??[],refused:e?.refused??[]}}catch{return{unsent:[],refused:[]}}}store(e,t){try{e.length+t.length===0?this.storage.removeItem(this.#e):this.storage.setItem(this.#e,JSON.stringify({unsent:e,refused:t}))}catch{}}},_t=class e extends Event{static{this.type=`prefstream-navigated`}constructor(){super(e.type)}},vt={projects:`/projects`,label:e=>`/projects/${e}/label`,logIn:e=>e===`/`||e===`/projects`?`/user/login`:`/user/login?next=${encodeURIComponent(e)}`};function yt(e,t){let n=e.replace(/\/+$/,``)||`/`;if(n===`/user/login`)return{page:`log-in`,next:bt(new URLSearchParams(t).get(`next`))};if(n===`/`||n===`/projects`)return{page:`projects`};let r=/^\/projects\/(\d{1,15})(?:\/(?:label|data))?$/.exec(n);return r?{page:`label`,projectId:Number(r[1])}:{page:`nowhere`}}function bt(e){return e!==null&&/^\/(?![/\\])/.test(e)&&!/[\\\p{Cc}]/u.test(e)?e:vt.projects}function xt(e,t=`push`){t===`push`?history.pushState(null,``,e):history.replaceState(null,``,e),window.dispatchEvent(new _t)}function St(e){if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey)return;let t=e.composedPath().find(e=>e instanceof HTMLAnchorElement);!t||t.target||t.origin!==location.origin||t.hasAttribute(`download`)||(e.preventDefault(),xt(t.pathname+t.search))}function Ct(e,t){let n=setTimeout(t,e);return()=>clearTimeout(n)}function wt(e){if(typeof requestIdleCallback!=`function`)return Ct(1,e);let t=requestIdleCallback(e,{timeout:100});return()=>cancelIdleCallback(t)}function Tt(){return[...crypto.getRandomValues(new Uint8Array(16))].map(e=>e.toString(16).padStart(2,`0`)).join(``)}async function Et(e){if(!(`clipboard`in navigator))return Dt(e);try{return await navigator.clipboard.writeText(e),!0}catch{return!1}}function Dt(e){let t=!1,n=n=>{n.clipboardData?.setData(`text/plain`,e),n.preventDefault(),t=!0};document.addEventListener(`copy`,n,{once:!0});let r=document.execCommand(`copy`);return document.removeEventListener(`copy`,n),r&&t}var P=g`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  a {
    color: var(--accent);
  }
  kbd {
    display: inline-block;
    min-width: 21px;
    padding: 3px 5px;
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: 5px;
    background: var(--sunken);
    color: var(--ink-2);
    font: 600 0.72rem/1.15 var(--font);
    text-align: center;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`,Ot=g`
  border: 1px solid var(--line);
  border-radius: var(--radius-3);
  background: var(--surface);
  box-shadow: var(--shadow);
`,F=g`
  .button,
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    border: 1px solid transparent;
    border-radius: var(--radius-1);
    font: inherit;
    font-size: var(--text-2);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  .button {
    min-height: 40px;
    padding: 8px 18px;
    border-radius: var(--radius-2);
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .button:hover {
    background: color-mix(in oklab, var(--accent) 88%, var(--ink));
  }
  .button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .quiet {
    min-height: 36px;
    padding: 6px 10px;
    background: none;
    color: var(--ink-2);
  }
  .quiet:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .quiet:disabled {
    opacity: 0.45;
    cursor: default;
    background: none;
  }
`,kt=g`
  :host {
    display: block;
  }
  page-message {
    min-height: 100dvh;
  }
`,At={1:`left`,ArrowLeft:`left`,2:`right`,ArrowRight:`right`,0:`tie`,ArrowDown:`tie`,ArrowUp:`both-bad`,"?":`cannot-judge`,s:`skip`,h:`help`,Escape:`keep`,PageDown:`scroll-down`,PageUp:`scroll-up`},jt=new Set([`scroll-down`,`scroll-up`]);function Mt(e){if(e.isComposing||e.altKey)return;if(e.ctrlKey||e.metaKey)return e.key.toLowerCase()===`z`&&!e.shiftKey&&!e.repeat?`undo`:void 0;if(e.shiftKey&&e.key!==`?`)return e.key===` `?`scroll-up`:void 0;if(e.key===` `)return`scroll-down`;let t=At[e.key.length===1?e.key.toLowerCase():e.key];return t&&e.repeat&&!jt.has(t)?void 0:t}function Nt(e){return e.key.length===1&&e.key!==` `&&!e.ctrlKey&&!e.metaKey}var Pt=`prefstream.theme`;function Ft(){let e=Rt(Pt);return e===`light`||e===`dark`?e:`auto`}function It(e){zt(Pt,e===`auto`?null:e),Lt()}function Lt(){let e=Ft();document.documentElement.style.colorScheme=e===`auto`?``:e}function Rt(e){try{return localStorage.getItem(e)}catch{return null}}function zt(e,t){try{t===null?localStorage.removeItem(e):localStorage.setItem(e,t)}catch{}}var Bt=`prefstream.character-keys`,Vt=class{#e=Rt(Bt)!==`off`;#t=!1;constructor(e){this.ports=e}get characterKeys(){return this.#e}set characterKeys(e){this.#e=e,zt(Bt,e?null:`off`)}listen(e){document.addEventListener(`keydown`,this.#n,{signal:e}),document.addEventListener(`pointerdown`,()=>this.#t=!1,{signal:e})}#n=e=>{e.key===`Tab`&&(this.#t=!0);let t=Mt(e);!t||!this.#e&&Nt(e)||this.ports.dialogTakes(t)||this.#r(e)||this.ports.obey(t)&&e.preventDefault()};#r(e){let t=e.composedPath()[0];return t instanceof HTMLElement?t.matches(`input, textarea, select, [contenteditable]`)?!0:e.key===` `?t.matches(`button, a`):this.#t&&t.matches(`.box[tabindex]`)&&(e.key===`ArrowUp`||e.key===`ArrowDown`):!1}},Ht=class{#e=0;#t;constructor(e=()=>performance.now()){this.now=e}run(){this.#t??=this.now()}pause(){this.#e=this.#n(),this.#t=void 0}get seconds(){return Math.round(this.#n())/1e3}#n(){return this.#e+(this.#t===void 0?0:this.now()-this.#t)}},Ut=6e5,Wt=60,Gt=5,Kt=class{#e=!0;#t=!1;#n;#r;constructor(e){this.ports=e,this.#n=e.now()}start(){if(this.#r?.(),this.#t)return;let e=Math.min(Wt,...this.ports.held().map(({lease:e})=>e.heartbeat_seconds));this.#r=this.ports.later(Math.max(Gt,e)*1e3,()=>{this.#i(),this.start()})}stop(){this.#t=!0,this.#r?.()}setVisible(e){this.#e=e,e&&(this.noteActivity(),this.#i())}noteActivity(){this.#n=this.ports.now()}async#i(){this.#e&&this.ports.now()-this.#n<Ut&&!this.#t&&await Promise.all(this.ports.held().map(e=>this.#a(e)))}async#a(e){try{await this.ports.heartbeat(e.lease),this.ports.onAlive(e)}catch(t){if(!(t instanceof M))return;t.status===401?this.ports.onLoggedOut():(t.status===409||t.status===404)&&this.ports.onEnded(e)}}},qt=2,Jt=3,Yt=2e4,Xt=class{#e;#t=!1;#n=0;#r=!1;#i=!1;#a=!0;#o=!1;#s;constructor(e){this.ports=e}get lack(){return this.#e===void 0?this.#n>0?{kind:`waiting`}:{kind:this.#t?`done`:`loading`}:{kind:`unavailable`,reason:this.#e}}refill(){this.#c()}lookAgain(){this.#t=!1,this.#n=0,this.ports.onChange(),this.refill()}setVisible(e){this.#a=e,e&&this.refill()}stop(){this.#o=!0,this.#s?.()}async#c(){if(!(this.#o||this.#e!==void 0||this.ports.held()>=qt)){if(this.#r)this.#i=!0;else{this.#r=!0,this.#s?.();try{await this.#l()}finally{this.#r=!1}this.#i&&(this.#i=!1,await this.#c())}}}async#l(){try{let e=Math.min(Jt,this.ports.unsent()+qt),t=await this.ports.api.leases(this.ports.projectId,e),n=t.leases.filter(e=>!this.ports.isKnown(e.id));this.#o?this.#f(n):this.#u(n,t.progress)}catch(e){this.#o||this.#p(e)}}#u(e,t){this.#n=0,e.some(e=>e.comparison?.slots.length!==2)?(this.#d(e),this.ports.onAnswer([],t)):(e.length>0?this.#t=!1:this.ports.unsent()===0&&!this.#i&&(this.#t=!0),this.#t&&this.ports.held()===0&&this.#m(Yt),this.ports.onAnswer(e,t))}#d(e){this.#e=`This project has nothing that can be compared side by side here. Its labeling configuration needs a Pairwise control with two answers.`,this.#f(e)}#f(e){for(let t of e)this.ports.api.handBack(t).catch(()=>void 0)}#p(e){e instanceof M&&e.status===401?this.ports.onLoggedOut():e instanceof M&&(e.status===403||e.status===404)?this.#e=`There is no such project, or you are not a member of it. Ask the person who runs it.`:(this.#n++,this.#m(mt(this.#n,e instanceof M?e.retryAfterSeconds:0))),this.ports.onChange()}#m(e){this.#s?.(),this.#s=this.ports.later(e,()=>{this.#a?this.refill():this.#m(e)})}},Zt={command:`left`,verdict:{outcome:`preference`,slot:0},label:`Answer 1 is better`,short:`Answer 1`,spoken:`answer 1 is better`,keys:[`1`,`←`]},Qt={command:`tie`,verdict:{outcome:`tie`},label:`Tie`,short:`Tie`,spoken:`tie`,keys:[`0`,`↓`]},$t={command:`right`,verdict:{outcome:`preference`,slot:1},label:`Answer 2 is better`,short:`Answer 2`,spoken:`answer 2 is better`,keys:[`2`,`→`]},en={command:`both-bad`,verdict:{outcome:`both_bad`},label:`Both bad`,short:`Both bad`,spoken:`both bad`,keys:[`↑`]},tn={command:`cannot-judge`,verdict:{outcome:`cannot_judge`},label:`Can’t judge`,short:`Can’t judge`,spoken:`cannot judge`,keys:[`?`]},nn={command:`skip`,verdict:{outcome:`skip`},label:`Skip`,short:`Skip`,spoken:`skipped`,keys:[`S`]},rn=[Zt,Qt,$t,en,tn,nn];function an(e,t){let n=rn.find(t=>t.command===e);return n&&t.includes(n.verdict.outcome)?n:void 0}function on(e){return rn.find(t=>sn(t.verdict,e))?.spoken??e.outcome}function sn(e,t){return e?.outcome===t?.outcome&&cn(e)===cn(t)}function cn(e){return e?.outcome===`preference`?e.slot:void 0}var ln={"←":`ArrowLeft`,"→":`ArrowRight`,"↑":`ArrowUp`,"↓":`ArrowDown`};function un(e){return e.keys.map(e=>ln[e]??e).join(` `)}var dn=class{#e;#t=[];#n=[];#r;#i;#a=!0;#o=!1;#s=new Set;#c=new Set;#l;#u;#d;constructor(e){this.ports=e,this.#l=new Xt({api:e.api,projectId:e.projectId,held:()=>this.#_().length,unsent:()=>e.outbox.size,isKnown:e=>this.#y(e),later:e.later,onAnswer:(e,t)=>this.#v(e,t),onChange:()=>e.onChange(),onLoggedOut:()=>e.onLoggedOut()}),this.#u=new Kt({heartbeat:t=>e.api.heartbeat(t),held:()=>this.#_(),later:e.later,now:e.now,onAlive:e=>this.#c.delete(e.lease.id),onEnded:e=>this.#S(e),onLoggedOut:()=>e.onLoggedOut()}),this.#d=e.outbox.listen({onChange:()=>e.onChange(),onSaved:(e,t)=>this.#b(e.leaseId,t),onRefused:({entry:e})=>this.#x(e.leaseId),onLoggedOut:()=>e.onLoggedOut()})}start(){this.#u.start(),this.#l.refill()}end(){if(!this.#o){this.#o=!0,this.#l.stop(),this.#u.stop(),this.#d();for(let e of this.#_())this.ports.api.handBack(e.lease).catch(()=>void 0)}}get phase(){let e=this.#h;if(!e)return this.#l.lack;let t=this.#c.has(e.lease.id);return{kind:`judging`,lease:e.lease,expired:t,previous:this.#r?.verdict}}get progress(){return this.#i}get canUndo(){return this.#g()!==void 0}judge(e){let t=this.#h;if(t){if(t.timer.pause(),this.#r){let n=sn(this.#r.verdict,e);this.#r.verdict=e,this.#r=void 0,n||this.#f(t,e)}else this.#n=[...this.#n,{...t,verdict:e}].slice(-50),this.#e=void 0,this.#f(t,e);this.#p(),this.#l.refill()}}undo(){let e=this.#g();e&&(this.#h?.timer.pause(),this.#r=e,this.#m(),this.ports.onChange())}keep(){this.#r?.timer.pause(),this.#r=void 0,this.#p()}lookAgain(){this.#l.lookAgain()}setVisible(e){this.#a=e,this.#u.setVisible(e),e?this.#m():this.#h?.timer.pause(),this.#l.setVisible(e)}noteActivity(){this.#u.noteActivity()}#f(e,t){let n=e.lease.comparison?.prompt.map(e=>e.text).join(` `)??``;this.ports.outbox.add({key:this.ports.newKey(),leaseId:e.lease.id,token:e.lease.token,verdict:t,leadTimeSeconds:e.timer.seconds,taskNumber:e.lease.inner_id,promptStart:n.slice(0,80)})}#p(){this.#e??=this.#t.shift(),this.#m(),this.ports.onChange()}#m(){this.#a&&this.#h?.timer.run()}get#h(){return this.#r??this.#e}#g(){let e=this.#r?this.#n.indexOf(this.#r):this.#n.length;return this.#n[e-1]}#_(){return this.#e?[this.#e,...this.#t]:this.#t}#v(e,t){this.#i=t,this.#t.push(...e.map(e=>({lease:e,timer:new Ht(this.ports.now)}))),this.#p(),e.length>0&&this.#u.start()}#y(e){return this.#s.has(e)||this.ports.outbox.holds(e)||[...this.#_(),...this.#n].some(t=>t.lease.id===e)}#b(e,t){this.#s.add(e),this.#i=t,this.ports.onChange(),this.#l.refill()}#x(e){this.#r?.lease.id===e&&(this.#r=void 0),this.#n=this.#n.filter(t=>t.lease.id!==e),this.#p(),this.#l.refill()}#S(e){this.#o||(e===this.#e?this.#c.add(e.lease.id):this.#t=this.#t.filter(t=>t!==e),this.ports.onChange(),this.#l.refill())}};function fn({id:e,title:t}){return t||`Project ${e}`}function pn(e,t){document.addEventListener(`visibilitychange`,()=>e.onVisible(!document.hidden),{signal:t});for(let n of[`keydown`,`pointermove`,`wheel`,`touchmove`])document.addEventListener(n,()=>e.onActivity(),{signal:t,passive:!0});document.hidden&&e.onVisible(!1)}var mn=g`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
  }
  h1 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-2);
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  save-state {
    margin-inline-start: auto;
  }
  progress-meter {
    width: 240px;
  }
  progress-meter.unknown {
    visibility: hidden;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: var(--space-1);
  }
  main {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    width: min(1440px, 100%);
    min-height: 0;
    margin: 0 auto;
    padding: var(--space-4) var(--space-5);
  }
  @media (max-height: 520px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
    verdict-bar {
      position: sticky;
      bottom: 0;
      z-index: 2;
    }
  }
  @media (max-width: 760px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
    /* There is no room for the title, but screen readers still find it. */
    h1 {
      position: absolute;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    .wide {
      display: none;
    }
    progress-meter {
      order: 1;
      width: 100%;
      padding-bottom: var(--space-2);
    }
    main {
      padding: var(--space-3);
    }
    verdict-bar {
      position: sticky;
      bottom: 0;
      z-index: 2;
    }
  }
`,hn=class e extends Event{static{this.type=`logged-out`}constructor(){super(e.type,{bubbles:!0,composed:!0})}},gn=/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g,_n=20;function vn(e){if(!/^\s*[{[]/.test(e)||!bn(e))return;let t=e.match(gn)??[],n=0,r=``;return t.forEach((e,i)=>{let a=t[i+1];if(e===`{`||e===`[`)n++,r+=e,a!==`}`&&a!==`]`&&(r+=yn(n));else if(e===`}`||e===`]`){n--;let a=t[i-1];r+=(a===`{`||a===`[`?``:yn(n))+e}else r+=e===`,`?e+yn(n):e===`:`?`: `:e}),r}function yn(e){return`
`+`  `.repeat(Math.min(e,_n))}function bn(e){try{return JSON.parse(e),!0}catch{return!1}}function xn(e){return e.messages?e.messages.map(On).join(`

`):e.text}function Sn(e){return xn(e).trim()===``}function Cn(e,t){return JSON.stringify([e.messages,e.text])===JSON.stringify([t.messages,t.text])}function wn(e){let t=e.role.charAt(0).toUpperCase()+e.role.slice(1);return e.name?`${e.name} (${t})`:t}function Tn(e){return(e.tool_calls??[]).map(e=>JSON.stringify(e,null,2))}function En(e){return(e.tool_calls??[]).map(e=>{let t=I(e,`function`)??e,n=I(t,`name`),r=I(t,`arguments`)??I(t,`input`);return typeof n!=`string`||r===void 0?{name:``,code:JSON.stringify(e,null,2)}:{name:n,code:typeof r==`string`?vn(r)??r:JSON.stringify(r,null,2)}})}function Dn(e,t){let n=e.tool_call_id;if(n===void 0)return``;for(let{tool_calls:e=[]}of t)for(let t of e){let e=I(I(t,`function`)??t,`name`);if(I(t,`id`)===n&&typeof e==`string`)return e}return``}function I(e,t){return typeof e==`object`&&e&&Object.hasOwn(e,t)?e[t]:void 0}function On(e){return[e.content,...Tn(e)].join(`
`)}var kn=g`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    gap: var(--space-4);
    min-height: 0;
  }
  .prompt {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    max-height: 34dvh;
    padding-top: var(--space-3);
    overflow: clip;
    ${Ot}
  }
  .prompt scroll-box {
    --box-padding: 0 var(--space-5) var(--space-4);
  }
  .eyebrow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-3);
    min-height: 30px;
    padding: 0 var(--space-5);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  h2 {
    margin: 0;
    font: inherit;
  }
  .same {
    color: var(--warn);
    font-weight: 600;
  }
  .empty {
    margin: 0;
    color: var(--ink-2);
    font-style: italic;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-2);
    margin-inline-start: auto;
    color: var(--accent);
    font-weight: 600;
  }
  .note.warn {
    color: var(--warn);
  }
  .note .quiet {
    min-height: 30px;
    padding: 3px 10px;
    border-color: var(--line);
    font-weight: 400;
    font-size: var(--text-1);
  }
  .part + .part {
    margin-top: var(--space-3);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
  .part shown-content {
    font-size: var(--text-4);
    line-height: 1.45;
  }
  .part.caption shown-content {
    color: var(--ink-2);
    font-size: var(--text-2);
  }
  .part.long shown-content {
    font-size: var(--text-3);
    line-height: 1.5;
  }
  .answers {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-4);
    min-height: 0;
  }
  @media (max-width: 760px), (max-height: 520px) {
    :host {
      grid-template-rows: auto auto;
    }
    .prompt {
      max-height: none;
    }
  }
  @media (max-width: 760px) {
    :host,
    .answers {
      gap: var(--space-3);
    }
    .answers {
      grid-template-columns: minmax(0, 1fr);
    }
    .prompt {
      padding-top: var(--space-2);
    }
    .prompt scroll-box {
      --box-padding: 0 var(--space-4) var(--space-3);
    }
    .eyebrow {
      padding: 0 var(--space-4);
    }
    .note {
      margin-inline-start: 0;
    }
    kbd {
      display: none;
    }
    .part shown-content {
      font-size: var(--text-3);
    }
  }
`,An=/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u,jn=/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu,Mn=/[\p{L}\p{M}\p{N}]+(?:['’._-][\p{L}\p{M}\p{N}]+)*/gu,Nn=1e4,Pn=new Intl.NumberFormat(`en`);function Fn(e){if(!An.test(e))return Rn(e,Mn);let t=e.match(jn)?.join(`
`)??``;return Rn(e.replace(jn,` `),Mn)+Ln(t)}function In(e){return`${Pn.format(e)} ${e===1?`word`:`words`}`}function Ln(e){if(!(`Segmenter`in Intl))return Rn(e,/[\p{L}\p{N}]/gu);let t=e.slice(0,Nn),n=0;for(let{isWordLike:e}of new Intl.Segmenter(void 0,{granularity:`word`}).segment(t))e&&n++;return t.length===0?0:Math.round(n*e.length/t.length)}function Rn(e,t){let n=0;for(t.lastIndex=0;t.test(e);)n++;return n}var zn=class e extends Event{static{this.type=`verdict-chosen`}constructor(t){super(e.type,{bubbles:!0,composed:!0}),this.choice=t}},Bn=g`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    overflow: clip;
    border: 1.5px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
    box-shadow: var(--shadow);
    cursor: pointer;
    transition:
      border-color 0.12s,
      box-shadow 0.12s;
    -webkit-tap-highlight-color: transparent;
  }
  :host(:focus-within:has(:focus-visible)),
  :host(:active) {
    border-color: var(--accent);
  }
  :host([chosen]) {
    border-color: var(--accent);
    box-shadow:
      0 0 0 3px var(--accent-wash),
      var(--shadow);
  }
  @media (hover: hover) {
    :host(:hover) {
      border-color: var(--accent);
    }
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    border-bottom: 1px solid var(--line);
    border-radius: var(--radius-3) var(--radius-3) 0 0;
    user-select: none;
  }
  .facts {
    padding-inline-end: var(--space-4);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  .end {
    block-size: 1px;
  }
  button {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 41px;
    padding: var(--space-2) var(--space-4);
    border: 0;
    border-radius: var(--radius-3) 0 0 0;
    background: none;
    color: var(--ink-2);
    font: inherit;
    font-size: var(--text-2);
    text-align: start;
    cursor: pointer;
  }
  button:focus-visible {
    outline-offset: -4px;
  }
  :host([chosen]) .head {
    background: var(--accent-wash);
  }
  :host([chosen]) button {
    color: var(--accent);
    font-weight: 600;
  }
  .name {
    margin-inline-start: var(--space-1);
  }
  .mark {
    margin-inline-start: auto;
  }
  scroll-box {
    --box-padding: var(--space-4) var(--space-5) var(--space-5);
    overflow: clip;
    border-radius: 0 0 var(--radius-3) var(--radius-3);
  }
  .empty {
    margin: 0;
    color: var(--ink-2);
    font-style: italic;
  }
  @media (max-width: 760px) {
    scroll-box {
      --box-padding: var(--space-3) var(--space-4) var(--space-4);
    }
    kbd {
      display: none;
    }
    .name {
      margin-inline-start: 0;
    }
  }
`,Vn=g`
  :host {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .box {
    min-height: 0;
    max-height: inherit;
    padding: var(--box-padding, 0);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    /* Without room kept for it, each change of a long text would be laid out twice: without a scrollbar, and with it. */
    scrollbar-gutter: stable;
  }
  .box:focus-visible {
    outline-offset: -4px;
    border-radius: var(--radius-2);
  }
  :host([above])::before,
  :host([below])::after {
    content: '';
    position: absolute;
    inset-inline: 0 12px;
    z-index: 1;
    height: 40px;
    pointer-events: none;
  }
  :host([above])::before {
    top: 0;
    background: linear-gradient(var(--surface), transparent);
  }
  :host([below])::after {
    bottom: 0;
    background: linear-gradient(transparent, var(--surface));
  }
  @media (max-width: 760px), (max-height: 520px) {
    .box {
      overflow: visible;
    }
    :host([above])::before,
    :host([below])::after {
      content: none;
    }
  }
`;function L(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var R=class extends D{constructor(...e){super(...e),this.label=``,this.text=``,this.above=!1,this.below=!1,this.overflows=!1,this.#e=new ResizeObserver(()=>this.#n()),this.#t=()=>{this.#e.disconnect();for(let e of[this.box,...this.children])this.#e.observe(e)},this.#n=()=>{let{scrollTop:e,scrollHeight:t,clientHeight:n}=this.box,r=getComputedStyle(this.box).overflowY===`auto`;this.overflows=r&&t>n+1,this.above=this.overflows&&e>2,this.below=this.overflows&&t-n-e>2}}static{this.styles=[P,Vn]}#e;connectedCallback(){super.connectedCallback(),this.hasUpdated&&this.#t()}updated(e){e.has(`text`)&&(this.box.scrollTop=0)}disconnectedCallback(){super.disconnectedCallback(),this.#e.disconnect()}scrollPage(e){return this.overflows?(this.box.scrollBy({top:e*this.box.clientHeight*.85}),!0):!1}render(){return w`<div
      class="box"
      role=${this.overflows?`group`:E}
      aria-label=${this.overflows?this.label:E}
      tabindex=${this.overflows?0:E}
      @scroll=${this.#n}
    >
      <slot @slotchange=${this.#t}></slot>
    </div>`}#t;#n};L([k()],R.prototype,`label`,void 0),L([k()],R.prototype,`text`,void 0),L([k({type:Boolean,reflect:!0})],R.prototype,`above`,void 0),L([k({type:Boolean,reflect:!0})],R.prototype,`below`,void 0),L([A()],R.prototype,`overflows`,void 0),L([j(`.box`)],R.prototype,`box`,void 0),R=L([O(`scroll-box`)],R);var Hn=g`
  .mark {
    padding: 0 0.15em;
    border-radius: 3px;
    background: var(--warn-wash);
    color: var(--warn);
    font: 0.8em var(--mono);
    direction: ltr;
    unicode-bidi: isolate;
  }
`,Un=/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029]/u,Wn=/(?:(?![\t\n])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029])+/gu,Gn=/^(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Bali}\p{scx=Java}]$/u,Kn=/^[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]$/,qn=/^(?=[\p{L}\p{M}])[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u,Jn=/^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u,Yn=/^\p{Emoji}$/u,Xn=/^[\p{Script=Han}\p{Sm}\p{So}]$/u,Zn=/^\p{Script=Han}$/u,Qn=/^\p{Script=Mongolian}$/u,$n=/^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F}$/u,er={"U+00AD":`Soft hyphen`,"U+061C":`Arabic letter mark`,"U+200B":`Zero width space`,"U+200C":`Zero width non-joiner`,"U+200D":`Zero width joiner`,"U+200E":`Left-to-right mark`,"U+200F":`Right-to-left mark`,"U+2028":`Line separator`,"U+2029":`Paragraph separator`,"U+202A":`Left-to-right embedding`,"U+202B":`Right-to-left embedding`,"U+202C":`End of embedding or override`,"U+202D":`Left-to-right override`,"U+202E":`Right-to-left override`,"U+2060":`Word joiner`,"U+2066":`Left-to-right isolate`,"U+2067":`Right-to-left isolate`,"U+2068":`First strong isolate`,"U+2069":`End of isolate`,"U+FEFF":`Zero width no-break space`};function tr(e){if(!Un.test(e))return e===``?[]:[e];let t=[],n=0;for(let r of e.matchAll(Wn)){let i=r.index+r[0].length,a=nr(r[0],sr(e,r.index),e.slice(i,i+2)),o=r.index+a;o!==i&&(o>n&&t.push(e.slice(n,o)),t.push(ar(e.slice(o,i))),n=i)}return n<e.length&&t.push(e.slice(n)),t}function nr(e,t,n){let r=or(e),i=or(n);if(t===`🏴`&&$n.test(e))return e.length;if(rr(r,t)){let n=e.charAt(r.length)===`‍`&&Jn.test(i)&&Yn.test(t);return r.length+(n&&e.length===r.length+1?1:0)}return e.length>1?0:+!!ir(e,t,i)}function rr(e,t){let n=e.codePointAt(0)??0;return n===65038||n===65039?Yn.test(t)||Xn.test(t):n>=65024&&n<=65037?Xn.test(t):n>=917760&&n<=917999?Zn.test(t):n>=6155&&n<=6159&&Qn.test(t)}function ir(e,t,n){return e===`​`?qn.test(t)&&qn.test(n):e!==`‌`&&e!==`‍`?!1:Kn.test(t)||Gn.test(t)&&Gn.test(n)?!0:e===`‍`&&Jn.test(t)&&Jn.test(n)}function ar(e){let t=[];for(let n of e){let e=`U+${(n.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,`0`)}`,r=t.at(-1);r?.sign===e?r.count++:t.push({sign:e,count:1})}let n=new Set(t.map(({sign:e})=>er[e]??`Invisible character`));return{sign:t.map(({sign:e,count:t})=>t>1?`${e} × ${t}`:e).join(` `),title:[...n].join(`, `)}}function or(e){let t=e.codePointAt(0);return t===void 0?``:String.fromCodePoint(t)}function sr(e,t){let n=or(e.slice(Math.max(0,t-2),t));return n.length===2?n:e.charAt(t-1)}function z(e){return tr(e).map(e=>typeof e==`string`?e:w`<span class="mark" title=${e.title}>‹${e.sign}›</span>`)}var cr=g`
  :host {
    display: block;
  }
  ol {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line);
  }
  li.assistant {
    border-color: var(--accent);
  }
  .speaker {
    color: var(--ink-2);
    font-size: var(--text-1);
    font-weight: 600;
  }
  summary {
    width: fit-content;
    cursor: pointer;
  }
  .call {
    margin-block-start: var(--space-2);
  }
  .call > summary,
  .result {
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  pre {
    max-inline-size: 68ch;
    margin: var(--space-1) 0 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--sunken);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    font: var(--text-2) / 1.5 var(--mono);
    unicode-bidi: isolate;
  }
`,lr={};function ur(e){let t=lr[e];if(t)return t;t=lr[e]=[];for(let e=0;e<128;e++){let n=String.fromCharCode(e);t.push(n)}for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);t[r]=`%`+(`0`+r.toString(16).toUpperCase()).slice(-2)}return t}function dr(e,t){typeof t!=`string`&&(t=dr.defaultChars);let n=ur(t);return e.replace(/(%[a-f0-9]{2})+/gi,function(e){let t=``;for(let r=0,i=e.length;r<i;r+=3){let a=parseInt(e.slice(r+1,r+3),16);if(a<128)t+=n[a];else{if((a&224)==192&&r+3<i){let n=parseInt(e.slice(r+4,r+6),16);if((n&192)==128){let e=a<<6&1984|n&63;t+=e<128?`��`:String.fromCharCode(e),r+=3;continue}}if((a&240)==224&&r+6<i){let n=parseInt(e.slice(r+4,r+6),16),i=parseInt(e.slice(r+7,r+9),16);if((n&192)==128&&(i&192)==128){let e=a<<12&61440|n<<6&4032|i&63;t+=e<2048||e>=55296&&e<=57343?`���`:String.fromCharCode(e),r+=6;continue}}if((a&248)==240&&r+9<i){let n=parseInt(e.slice(r+4,r+6),16),i=parseInt(e.slice(r+7,r+9),16),o=parseInt(e.slice(r+10,r+12),16);if((n&192)==128&&(i&192)==128&&(o&192)==128){let e=a<<18&1835008|n<<12&258048|i<<6&4032|o&63;e<65536||e>1114111?t+=`����`:(e-=65536,t+=String.fromCharCode(55296+(e>>10),56320+(e&1023))),r+=9;continue}}t+=`�`}}return t})}dr.defaultChars=`;/?:@&=+$,#`,dr.componentChars=``;var fr={};function pr(e){let t=fr[e];if(t)return t;t=fr[e]=[];for(let e=0;e<128;e++){let n=String.fromCharCode(e);/^[0-9a-z]$/i.test(n)?t.push(n):t.push(`%`+(`0`+e.toString(16).toUpperCase()).slice(-2))}for(let n=0;n<e.length;n++)t[e.charCodeAt(n)]=e[n];return t}function B(e,t,n){typeof t!=`string`&&(n=t,t=B.defaultChars),n===void 0&&(n=!0);let r=pr(t),i=``;for(let t=0,a=e.length;t<a;t++){let o=e.charCodeAt(t);if(n&&o===37&&t+2<a&&/^[0-9a-f]{2}$/i.test(e.slice(t+1,t+3)))i+=e.slice(t,t+3),t+=2;else if(o<128)i+=r[o];else if(o>=55296&&o<=57343){if(o>=55296&&o<=56319&&t+1<a){let n=e.charCodeAt(t+1);if(n>=56320&&n<=57343){i+=encodeURIComponent(e[t]+e[t+1]),t++;continue}}i+=`%EF%BF%BD`}else i+=encodeURIComponent(e[t])}return i}B.defaultChars=`;/?:@&=+$,-_.!~*'()#`,B.componentChars=`-_.!~*'()`;function mr(e){let t=``;return t+=e.protocol||``,t+=e.slashes?`//`:``,t+=e.auth?e.auth+`@`:``,e.hostname&&e.hostname.indexOf(`:`)!==-1?t+=`[`+e.hostname+`]`:t+=e.hostname||``,t+=e.port?`:`+e.port:``,t+=e.pathname||``,t+=e.search||``,t+=e.hash||``,t}function hr(){this.protocol=null,this.slashes=null,this.auth=null,this.port=null,this.hostname=null,this.hash=null,this.search=null,this.pathname=null}var gr=/^([a-z0-9.+-]+:)/i,_r=/:[0-9]*$/,vr=/^(\/\/?(?!\/)[^\?\s]*)(\?[^\s]*)?$/,yr=[`%`,`/`,`?`,`;`,`#`,`'`,`{`,`}`,`|`,`\\`,`^`,"`",`<`,`>`,`"`,"`",` `,`\r`,`
`,`	`],br=[`/`,`?`,`#`],xr=255,Sr=/^[+a-z0-9A-Z_-]{0,63}$/,Cr=/^([+a-z0-9A-Z_-]{0,63})(.*)$/,wr={javascript:!0,"javascript:":!0},Tr={http:!0,https:!0,ftp:!0,gopher:!0,file:!0,"http:":!0,"https:":!0,"ftp:":!0,"gopher:":!0,"file:":!0};function Er(e,t){if(e&&e instanceof hr)return e;let n=new hr;return n.parse(e,t),n}hr.prototype.parse=function(e,t){let n,r,i,a=e;if(a=a.trim(),!t&&e.split(`#`).length===1){let e=vr.exec(a);if(e)return this.pathname=e[1],e[2]&&(this.search=e[2]),this}let o=gr.exec(a);if(o&&(o=o[0],n=o.toLowerCase(),this.protocol=o,a=a.substr(o.length)),(t||o||a.match(/^\/\/[^@\/]+@[^@\/]+/))&&(i=a.substr(0,2)===`//`,i&&!(o&&wr[o])&&(a=a.substr(2),this.slashes=!0)),!wr[o]&&(i||o&&!Tr[o])){let e=-1;for(let t=0;t<br.length;t++)r=a.indexOf(br[t]),r!==-1&&(e===-1||r<e)&&(e=r);let t,n;n=e===-1?a.lastIndexOf(`@`):a.lastIndexOf(`@`,e),n!==-1&&(t=a.slice(0,n),a=a.slice(n+1),this.auth=t),e=-1;for(let t=0;t<yr.length;t++)r=a.indexOf(yr[t]),r!==-1&&(e===-1||r<e)&&(e=r);e===-1&&(e=a.length),a[e-1]===`:`&&e--;let i=a.slice(0,e);a=a.slice(e),this.parseHost(i),this.hostname=this.hostname||``;let o=this.hostname[0]===`[`&&this.hostname[this.hostname.length-1]===`]`;if(!o){let e=this.hostname.split(/\./);for(let t=0,n=e.length;t<n;t++){let n=e[t];if(n&&!n.match(Sr)){let r=``;for(let e=0,t=n.length;e<t;e++)n.charCodeAt(e)>127?r+=`x`:r+=n[e];if(!r.match(Sr)){let r=e.slice(0,t),i=e.slice(t+1),o=n.match(Cr);o&&(r.push(o[1]),i.unshift(o[2])),i.length&&(a=i.join(`.`)+a),this.hostname=r.join(`.`);break}}}}this.hostname.length>xr&&(this.hostname=``),o&&(this.hostname=this.hostname.substr(1,this.hostname.length-2))}let s=a.indexOf(`#`);s!==-1&&(this.hash=a.substr(s),a=a.slice(0,s));let c=a.indexOf(`?`);return c!==-1&&(this.search=a.substr(c),a=a.slice(0,c)),a&&(this.pathname=a),Tr[n]&&this.hostname&&!this.pathname&&(this.pathname=``),this},hr.prototype.parseHost=function(e){let t=_r.exec(e);t&&(t=t[0],t!==`:`&&(this.port=t.substr(1)),e=e.substr(0,e.length-t.length)),e&&(this.hostname=e)};var Dr=s({decode:()=>dr,encode:()=>B,format:()=>mr,parse:()=>Er}),Or=s({Any:()=>kr,Cc:()=>Ar,Cf:()=>jr,P:()=>Mr,S:()=>Nr,Z:()=>Pr}),kr=/[\0-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/,Ar=/[\0-\x1F\x7F-\x9F]/,jr=/[\xAD\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|\uD804[\uDCBD\uDCCD]|\uD80D[\uDC30-\uDC3F]|\uD82F[\uDCA0-\uDCA3]|\uD834[\uDD73-\uDD7A]|\uDB40[\uDC01\uDC20-\uDC7F]/,Mr=/[!-#%-\*,-\/:;\?@\[-\]_\{\}\xA1\xA7\xAB\xB6\xB7\xBB\xBF\u037E\u0387\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0609\u060A\u060C\u060D\u061B\u061D-\u061F\u066A-\u066D\u06D4\u0700-\u070D\u07F7-\u07F9\u0830-\u083E\u085E\u0964\u0965\u0970\u09FD\u0A76\u0AF0\u0C77\u0C84\u0DF4\u0E4F\u0E5A\u0E5B\u0F04-\u0F12\u0F14\u0F3A-\u0F3D\u0F85\u0FD0-\u0FD4\u0FD9\u0FDA\u104A-\u104F\u10FB\u1360-\u1368\u1400\u166E\u169B\u169C\u16EB-\u16ED\u1735\u1736\u17D4-\u17D6\u17D8-\u17DA\u1800-\u180A\u1944\u1945\u1A1E\u1A1F\u1AA0-\u1AA6\u1AA8-\u1AAD\u1B4E\u1B4F\u1B5A-\u1B60\u1B7D-\u1B7F\u1BFC-\u1BFF\u1C3B-\u1C3F\u1C7E\u1C7F\u1CC0-\u1CC7\u1CD3\u2010-\u2027\u2030-\u2043\u2045-\u2051\u2053-\u205E\u207D\u207E\u208D\u208E\u2308-\u230B\u2329\u232A\u2768-\u2775\u27C5\u27C6\u27E6-\u27EF\u2983-\u2998\u29D8-\u29DB\u29FC\u29FD\u2CF9-\u2CFC\u2CFE\u2CFF\u2D70\u2E00-\u2E2E\u2E30-\u2E4F\u2E52-\u2E5D\u3001-\u3003\u3008-\u3011\u3014-\u301F\u3030\u303D\u30A0\u30FB\uA4FE\uA4FF\uA60D-\uA60F\uA673\uA67E\uA6F2-\uA6F7\uA874-\uA877\uA8CE\uA8CF\uA8F8-\uA8FA\uA8FC\uA92E\uA92F\uA95F\uA9C1-\uA9CD\uA9DE\uA9DF\uAA5C-\uAA5F\uAADE\uAADF\uAAF0\uAAF1\uABEB\uFD3E\uFD3F\uFE10-\uFE19\uFE30-\uFE52\uFE54-\uFE61\uFE63\uFE68\uFE6A\uFE6B\uFF01-\uFF03\uFF05-\uFF0A\uFF0C-\uFF0F\uFF1A\uFF1B\uFF1F\uFF20\uFF3B-\uFF3D\uFF3F\uFF5B\uFF5D\uFF5F-\uFF65]|\uD800[\uDD00-\uDD02\uDF9F\uDFD0]|\uD801\uDD6F|\uD802[\uDC57\uDD1F\uDD3F\uDE50-\uDE58\uDE7F\uDEF0-\uDEF6\uDF39-\uDF3F\uDF99-\uDF9C]|\uD803[\uDD6E\uDEAD\uDED0\uDF55-\uDF59\uDF86-\uDF89]|\uD804[\uDC47-\uDC4D\uDCBB\uDCBC\uDCBE-\uDCC1\uDD40-\uDD43\uDD74\uDD75\uDDC5-\uDDC8\uDDCD\uDDDB\uDDDD-\uDDDF\uDE38-\uDE3D\uDEA9\uDFD4\uDFD5\uDFD7\uDFD8]|\uD805[\uDC4B-\uDC4F\uDC5A\uDC5B\uDC5D\uDCC6\uDDC1-\uDDD7\uDE41-\uDE43\uDE60-\uDE6C\uDEB9\uDF3C-\uDF3E]|\uD806[\uDC3B\uDD44-\uDD46\uDDE2\uDE3F-\uDE46\uDE9A-\uDE9C\uDE9E-\uDEA2\uDF00-\uDF09\uDFE1]|\uD807[\uDC41-\uDC45\uDC70\uDC71\uDEF7\uDEF8\uDF43-\uDF4F\uDFFF]|\uD809[\uDC70-\uDC74]|\uD80B[\uDFF1\uDFF2]|\uD81A[\uDE6E\uDE6F\uDEF5\uDF37-\uDF3B\uDF44]|\uD81B[\uDD6D-\uDD6F\uDE97-\uDE9A\uDFE2]|\uD82F\uDC9F|\uD836[\uDE87-\uDE8B]|\uD839\uDDFF|\uD83A[\uDD5E\uDD5F]/,Nr=/[\$\+<->\^`\|~\xA2-\xA6\xA8\xA9\xAC\xAE-\xB1\xB4\xB8\xD7\xF7\u02C2-\u02C5\u02D2-\u02DF\u02E5-\u02EB\u02ED\u02EF-\u02FF\u0375\u0384\u0385\u03F6\u0482\u058D-\u058F\u0606-\u0608\u060B\u060E\u060F\u06DE\u06E9\u06FD\u06FE\u07F6\u07FE\u07FF\u0888\u09F2\u09F3\u09FA\u09FB\u0AF1\u0B70\u0BF3-\u0BFA\u0C7F\u0D4F\u0D79\u0E3F\u0F01-\u0F03\u0F13\u0F15-\u0F17\u0F1A-\u0F1F\u0F34\u0F36\u0F38\u0FBE-\u0FC5\u0FC7-\u0FCC\u0FCE\u0FCF\u0FD5-\u0FD8\u109E\u109F\u1390-\u1399\u166D\u17DB\u1940\u19DE-\u19FF\u1B61-\u1B6A\u1B74-\u1B7C\u1FBD\u1FBF-\u1FC1\u1FCD-\u1FCF\u1FDD-\u1FDF\u1FED-\u1FEF\u1FFD\u1FFE\u2044\u2052\u207A-\u207C\u208A-\u208C\u20A0-\u20C1\u2100\u2101\u2103-\u2106\u2108\u2109\u2114\u2116-\u2118\u211E-\u2123\u2125\u2127\u2129\u212E\u213A\u213B\u2140-\u2144\u214A-\u214D\u214F\u218A\u218B\u2190-\u2307\u230C-\u2328\u232B-\u2429\u2440-\u244A\u249C-\u24E9\u2500-\u2767\u2794-\u27C4\u27C7-\u27E5\u27F0-\u2982\u2999-\u29D7\u29DC-\u29FB\u29FE-\u2B73\u2B76-\u2BFF\u2CE5-\u2CEA\u2E50\u2E51\u2E80-\u2E99\u2E9B-\u2EF3\u2F00-\u2FD5\u2FF0-\u2FFF\u3004\u3012\u3013\u3020\u3036\u3037\u303E\u303F\u309B\u309C\u3190\u3191\u3196-\u319F\u31C0-\u31E5\u31EF\u3200-\u321E\u322A-\u3247\u3250\u3260-\u327F\u328A-\u32B0\u32C0-\u33FF\u4DC0-\u4DFF\uA490-\uA4C6\uA700-\uA716\uA720\uA721\uA789\uA78A\uA828-\uA82B\uA836-\uA839\uAA77-\uAA79\uAB5B\uAB6A\uAB6B\uFB29\uFBB2-\uFBD2\uFD40-\uFD4F\uFD90\uFD91\uFDC8-\uFDCF\uFDFC-\uFDFF\uFE62\uFE64-\uFE66\uFE69\uFF04\uFF0B\uFF1C-\uFF1E\uFF3E\uFF40\uFF5C\uFF5E\uFFE0-\uFFE6\uFFE8-\uFFEE\uFFFC\uFFFD]|\uD800[\uDD37-\uDD3F\uDD79-\uDD89\uDD8C-\uDD8E\uDD90-\uDD9C\uDDA0\uDDD0-\uDDFC]|\uD802[\uDC77\uDC78\uDEC8]|\uD803[\uDD8E\uDD8F\uDED1-\uDED8]|\uD805\uDF3F|\uD807[\uDFD5-\uDFF1]|\uD81A[\uDF3C-\uDF3F\uDF45]|\uD82F\uDC9C|\uD833[\uDC00-\uDCEF\uDCFA-\uDCFC\uDD00-\uDEB3\uDEBA-\uDED0\uDEE0-\uDEF0\uDF50-\uDFC3]|\uD834[\uDC00-\uDCF5\uDD00-\uDD26\uDD29-\uDD64\uDD6A-\uDD6C\uDD83\uDD84\uDD8C-\uDDA9\uDDAE-\uDDEA\uDE00-\uDE41\uDE45\uDF00-\uDF56]|\uD835[\uDEC1\uDEDB\uDEFB\uDF15\uDF35\uDF4F\uDF6F\uDF89\uDFA9\uDFC3]|\uD836[\uDC00-\uDDFF\uDE37-\uDE3A\uDE6D-\uDE74\uDE76-\uDE83\uDE85\uDE86]|\uD838[\uDD4F\uDEFF]|\uD83B[\uDCAC\uDCB0\uDD2E\uDEF0\uDEF1]|\uD83C[\uDC00-\uDC2B\uDC30-\uDC93\uDCA0-\uDCAE\uDCB1-\uDCBF\uDCC1-\uDCCF\uDCD1-\uDCF5\uDD0D-\uDDAD\uDDE6-\uDE02\uDE10-\uDE3B\uDE40-\uDE48\uDE50\uDE51\uDE60-\uDE65\uDF00-\uDFFF]|\uD83D[\uDC00-\uDED8\uDEDC-\uDEEC\uDEF0-\uDEFC\uDF00-\uDFD9\uDFE0-\uDFEB\uDFF0]|\uD83E[\uDC00-\uDC0B\uDC10-\uDC47\uDC50-\uDC59\uDC60-\uDC87\uDC90-\uDCAD\uDCB0-\uDCBB\uDCC0\uDCC1\uDCD0-\uDCD8\uDD00-\uDE57\uDE60-\uDE6D\uDE70-\uDE7C\uDE80-\uDE8A\uDE8E-\uDEC6\uDEC8\uDECD-\uDEDC\uDEDF-\uDEEA\uDEEF-\uDEF8\uDF00-\uDF92\uDF94-\uDFEF\uDFFA]/,Pr=/[ \xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/,Fr=[8364,0,8218,402,8222,8230,8224,8225,710,8240,352,8249,338,0,381,0,0,8216,8217,8220,8221,8226,8211,8212,732,8482,353,8250,339,0,382,376];function Ir(e){return e===0||e>=55296&&e<=57343||e>1114111}function Lr(e){return Ir(e)?65533:e>=128&&e<=159&&Fr[e-128]||e}function Rr(e){return e-1>>>0<127||e-160>>>0<55136?String.fromCharCode(e):String.fromCodePoint(Lr(e))}var V=(()=>{let e=new Uint8Array(127),t=0;for(let n=33;n<=126;n++)n!==34&&n!==36&&n!==92&&(e[n]=t++);return e})();function zr(e,t,n,r,i,a){let o=e.length,s=a*90,c=0,l=()=>{let t=V[e.charCodeAt(c++)];return t<a?t:t*91-s+V[e.charCodeAt(c++)]},u=n-r,d=n+i,f=new Int32Array(d);f.fill(-1,r,a),f.fill(-1,a+u,d);let p=new Int32Array(d),m=new Int32Array(d);function h(t,n){let r=0,i=n,a=n+t;for(;i<a;){let t=V[e.charCodeAt(c++)];if(t<89)r+=t,f[i++]=r;else if(t===89){let t=V[e.charCodeAt(c++)]+2;for(;t--;)f[i++]=++r}else{let t=V[e.charCodeAt(c++)];r+=89+(t<90?t*91+V[e.charCodeAt(c++)]:V[e.charCodeAt(c++)]*8281+V[e.charCodeAt(c++)]*91+V[e.charCodeAt(c++)]),f[i++]=r}}}h(r,0),h(u,a);let g=new Int32Array(i*2),_=0,v=0;function y(e,t){for(let n=0;n<e;n++){let e=t+n,r=l(),i=l();g[v*2]=r,g[v*2+1]=i,v+=1,p[e]=_;let a=(f[r]<0?m[r]:1)+(f[i]<0?m[i]:1);m[e]=a,_+=a}}y(i-a+r,a+u),y(a-r,r);let b=new Uint16Array(_),ee=0;for(let e=0;e<v;e++)for(let t=0;t<2;t++){let n=g[e*2+t],r=f[n];if(r<0){let e=p[n],t=e+m[n];for(;e<t;)b[ee++]=b[e++]}else b[ee++]=r}let te=new Uint16Array(t),ne=0;for(;c<o;){let t=V[e.charCodeAt(c++)];t>=a&&(t=t*91-s+V[e.charCodeAt(c++)]);let n=f[t];if(n<0){let e=p[t],n=e+m[t];for(;e<n;)te[ne++]=b[e++]}else te[ne++]=n}return te}var Br=zr("!}.&u%}'&}*'~!6*)%&,~!J~!J~%L~y<~!R,~~%Lu~~#GD~~#|)1#%}^%}2%+#.##%##%}&%##%'#%##&%#%#'%#&#%#&#'#%%#&#%##%#)%''%&%#%#'%#%%#%%}%%%#%#&(23#%%#&-%0%('1#(##%#'##+%'*.:1}#%#6-+(%'%%#%%%}#L'2351&('%}&/N'(0(/*-%(%%}#'+&T%7.2}#&%&#%#36/5##%&%%#&#%%#))2%%##%&&'0~!#*+&'%1~!%).'3q?&%'1~!.##%6(~!+%%%(Gw'rT~!E#<nA%#jZ~!H%(~!42##~!*31&~!G%U~#)5~#`3~!J~!Z~%]~%Y~%C~!q~!u~#kz~%#~!6'~!D~!U~!?~#T~!c%~!G#'~%7|~!G~!J~!G&~#pb~(Df}#%}*&}#%##%##%##&#-}&'#'&%#.++}%mI,#,@&(}*%}*'%&##&#%##%}&0}#.},U},%}+%}&%}#%##&}B%(}(%}+%)})%##%#&}&%##%&}<%}>%#%&}*%}(%}9%}/%})%}*%}*%}?&}&%}3%}&*#%})%#%#)}#&#-#+*%E%%'%'#%}#*V##&##I}#&&##%&%#&&Qf%%))w/0+&%#(#.%-''''++++7}>%4'',##1,#%#&%##&#'##&#*#9)%&%}#*}%,#+P(%A&%#'&##wSD',9E00#y#@}(+}&%&>~!#~!X}#*}(&&}(&}(,%}%&#+&}#&}I%#%}%)#(},'%#*}4%%#%}(''}#/##(##),%-##%%)#&}(.}&%#&}%%}*&#%},&&}&%}#%*'#%})%}D&}&%}-&}6&#&}-,%}#%})-(~+`~,=?~I9'9%~!,#%})%})%}@%}?%}(~!?~#<~#pP~#BG~#=1#%K+~#?#~%;)~#A~#mF1~#A'~'X%'~#lR~#N~'N~#r~#m#-~#i'?%#'%~#B%##%,%#~#_%#0%~#]732~,w~2+#:&#%&'0%&>%}#>##F+)#%&&#(+_}4&}-%}(&}@&}O7Fdf0@+/v4}&WU##&/0#&'('B#%}.%}'+#%}#%%&#&%#%##+#&#)#6#'#.},%}c%},%#%##%&#&%#&~#>'*-.%##%##%}#%%}%'~#)D1}#%*&~#_%%'(~#S2%'.}#~#=##*'*-%}&'%'##&&~'E%.#&~#M4}%%##&'%#~#O1##%&#'+~#<B%##%%'%+~#;#@%}#&%#&&%#(~#H1}'%'##&&~#?A}&'~#D#%32}'&&&&~#[}'(#%}'~#;C})&}%%#%~#=&%,3}%'(#%%~#^'#&&)#%'~#Y%-~#d-%'~#^%%&#&&&}#~#b~2t*&'~&(~&@~0%~e~3}%*''0})&}+~!9##-}#%-hD*)1fC#%/&/fB#40~!+#)*4~!+~!K'&:~!/*7~!.#~!H~!L':~%x&~!H#~!*~%1~!I#~!+A~#p'~!F~~#-#~,,(~.Z~!V~%;'B'mq-W~!N~%I%#&&#&}#%},%%}'%}+X#%}#&}(%}'%}<%}#%}%%'}'%}:~![)9@~%>~#UA%-%##&~!C%~!-.9:~!1~!-^2/:a~!y,D*J#-5)/4~%23,~#G~!L1~!0X3`~!2+~!!0-~&E~!W~!o,>Y&]~%cZx_&~#O*9#A#'#+I'%#)~!0B*-5A+-((F&*M#)(-7-5+'-3a5Vi~!Y~!?+[)%3),ERHm~!+:D,VG.+)?fB%%*(%)'(#&80%1'8`K8?`+'Z#&O&'H5#*9)A%%5&3))0%39+.*7#()&&*=4@**L)<'_&*+..;(#*+)./&0#3)%')-8(4ixD(&.}%,('aI:,)%,k2231T)I'#/-W7,/'Q#.'Y24+h')37</31&83##&0#),H(?'&?/1##%#&&#%''-%&&&#(&''&#.-'%#%%(,')*'&#&#'##%(%(#%('#&##%%%%('%#%#%%#%#&%##h>w+v<ayvyvcg.uuhKr}g/v|g>u9i[~>g5uI~=RvdwEg;v/g;uk!!TTSx]@RT!U!#!@VBRUU!'UTe-d0c`e&gSdicedFcrdTaqb.kYcAohdYd@a3e+d}dMdtd.aJ#bqcK`dle/e.e'dwdPdodddjbEb}ogd^ofdpduc6j?l%d{drdqc)d7bacOdQ%T#Y)X.sR[yH>6Vyv3[xwLu>vo'!*.[yBacahoj>6Rew3[xqdZa#!a&#^(X-[yG>6Vyu3[xvg3sEr|g.u/Ri9db0T#^(Xa)!-[y;>6Vylg4wKs{JwNZt3@3r=c4Z([xlg;wKt!cpq's@v7A'*a(a+!-a#[y<3Dt?3Dt'>6Vym3[xmg9rxsNJwLZt4~?r?db1T#`-!(Xa,!0[yS>6Vz%NuQs.g4wKtnJwNZtS@3r>c4Z([y%g;wKtrdga8!a(!#&T*Y-Xa#!a0<or[yc3Dtq>6Vz43[y3JwNZtf@3s!Ju}!%Dti:pm3c_%X#tjB5pkd6q!r]u?voC'*-a.a2!0a&a+[yI3DtI3Ds~3DtH>6Vyw3[xx;:s#~<5pKJwNZtE@3r~d`a)!a2T#a.(!+U.X1[yT3Dt`3Dtv>6Vz&3[y&g9rxwzcxstPu.<rAJwLZtT~?r@dZa%!a.&^*Za(/Reu[ya>6Vz23[y1g3sEr}wkg{NuQRg{ci(U#5@b`~,cg#U(2WnH5wugcRh7dX#T(Y,a'Ta!!a,[yZ<]mj>6Vz,3[y+Pv#5ReZKu+=,%!H}7ABwkaS?Rh:BcW(X#<]mrj:ubv/ARekdg%!(!a.*Ta(Y.X1!#sP>Rl*Dt6[y>>6Vyo3Wf*jOvuumvuRgRJuq*!:9<B@bX~3jVv&v@s@5Re[d/rQt{uAvo&a&a*)a2!,0Wf!3Dt0=Bs'>6Re}3[xy~<5s%JwJZt1~Gs)c;&!#2sJkNuXvzq7rxu,Re8dka4!a8(aEZ+a@Y.X1Xa)[yd=Bs(3DtP>6Vz53[y4cX#X&Re:avRe9~<5s&JwJZtQ~Gs*i^rzvdRg+Jv{%!2sbB@bX}kdga,!Za?&^*T1/!a'Dt+[y6>6Vyf3Wf%g/u;s4hGu6?Rh-JvZ,!c%#&RoX54Rivj7uyvf8RgTKvZB%*!2sGh<vu5Rgq<=C::9bb~#dZ#T&Ta6Y.X*Dt>[y93Wf)coZ(T,6VyifluvRgC@95@B@bX~/hFu34cC#T,k/unq8w8Q5RkUklwQuzunq8w8Q5Rk8d/rJu?v8w9)-&!a0a;a&aIWejg3sEr/h1s<DtDJvyZqY5aws3Jvy!&Wei~Hr1:au5@Bag>23E~5c:Z&bX};kKv?w&unuVu5Rjc;>bs)#~@:Rh.=ay<a]C;b`}Vd6s/t{uAvoaxa()!a,a7%-a#a2Dt,[yF2Wo[>6Vyt3[xuNuPRi&NuPwpi#RoWh?vf8Ri%Jv]!%Ri:KvxD!.'2WeAjZu`q9rxu,Re7woeAg-unLq(qA_/*2Wg_g3u5q^9:4E}/jTrxrzv=Wkkd~0UX#^^Xa-a1a5T&a=U1a'*aEa]!a*aPaA-adok[y54Rn>;:p3~Dp5g9rpsFNvZqjg3uJp4~<5p0Pw;5qlJwNZt*@3p1Pw:5p/Ou!5p2JvG'!6Vye=<qnJvh_[xhg3v,Rh3kOwOw-sDuev/Re^dha[a%!%!a+#Ta7)-5TaCaO!aka!a)sf[yb2>Rl!9ARiq5E}Qg=ucRkBE|oJrJ_@Wk~@Wk{JrJ_@Wk|@WkyJrJ_@Wk}@WkzJvO_[y2g-vMRmiKuYC!)&>Ri;>Ri<@3RkNc](X#@9Rk=g5vuRmhKvDB!+'=]meg3u4Rmgd)#Y'Vz3CARmfd`a+!%T'!+#Ta1Ta6TaM-sTDt9[yA9sYd'%Y#s[[xpj:ueunaXRgEjRq,v-vuqdd2'`#6Rev<32@5>:2<E}5xIo9a*X#Y(;5RePJvD_g>vyRgNj8w)v8<wggs:RgXiZt|vjx,hSq3ah!-(~@:Ro/Ou!5RhWj^v(pyw8unRhUdx-UY#^Ua.a3a70!)%UX1TaDa)'omRiRRhE[y:3Dsz=Br,>6Vyj3[xkg6ruwjcqsrPw;5r*Ku]D'Zt-@3r(~?r.i[vwv]dU1a--U#`a4(g/vsRhPOu!5RhLj:rmu9Wo!~@:wdh@g/vsRiTjXuvvNr}:RhBj^v(pyw8unRn]dz1UYa'a+^Y(!aETZalaRY.Ta?a4[yDJw1!#qLsW>6Vyrfzq-pLflpwRe|Js>%!Dt@3Dt&Jvy_[xs~HrnjMuwpsw'RecKu+D#'!t<~Grl~?rjg5u-x,gwp{ah!-(~@:Rg~Ou!5Rh'jXuvvNr}:Rh#cW#X/c;&!#2sLi[v7u7RgpJv)(!iLrxu,Re6j7v@s@5Se[e7d`aW!Za(a`T.a#!a3!&aDa-!9)Dt_=6s+3[x~~DR|h~DS6avhGun5RkZj3w)v-]mkKunB!&*]kb97R|i<ARk<c:Z(6Vy}Juh'!wziMRoS:F|vkLuauJv5vtvQRh1d='T+Y#VyO~DR|jcF#T'7R|g97R|kJv3'!ay<Rj,Jvh&!:ReXcsa6*a+#a#_aIRf9aLRf?c,Z&Rf5Rf7c.Z&Rf;Rf>cQ#%T'p-Rf8Rf=ct#%'(*!,p,Rf4p+Rf6Rf:Rf<d~'Ua%U*^UYa(!a,-!#a4YaTalaEX0a8a<Weo3Dt/3Dsx=Br93Wen~Dr;~<5p<JwNZt2@3p=Pw:5p;Ou!5r3c7&!#:p>3Ds}KvGB)_6Vyk2sM=<r7x'eovA(!hFu1ARf}cV#X&@r5j6rvwQa^Rf3c=Za'wkghJv__g;unRggA53B9=b^}%j6uduo5Jq;!(hIv%2Re`Ou4ARe_e%a#^^^Xa&!a*a2!&a6YaP!*ad!#a:aE/5Rn?[y@>6Vyp;:pE~DrY~<5pBJwNZt8@3pCh=rt3rWPw:5pAJup_[xoNuPpF9c!#'45pD5ARn)d8#X'X*3@rU72s]h>v<<sSjJpqvewOJq/(!hNw'5ReBk0s2u3w/w'5ReE5@Jq.!a+JQ!&WeU23d(#Y&RjG5]jBk!u7w&u0udARjEe#+^^^Ub#!a2/a`Z(agT1!a-a;|@TaG!aS[yV=Re~fow'RguNuPRe?bz#'>RoUWeL>:Cbb|?JwPZtVg6ruRmzJvD'!6Vz(g/vmRh~Jvy_[y(g9voRgyx*cy(#2>Ri2B9b]~9kIw9u7rluJu3Rg]dI#a%UY'@=p%CAx.gQZ&RhwwygtRm{x5g_Z'+ABqR9Woa=Bp&dV#^*Xa'!&@o{g4v]Rk;Jv{!%Rk[wkkiA5RkiwwfUB=x,fUuqC&*!>RfTg8v0RfV~ARfSd;rJsAuAv9wR'ae+/aO!a@aza/a#[yQ@Wg!2Wemg3sEr0JvB_g>uvReWg2v+Re=KupB_+[y!2AbY~-~Hr2AJwD!(h<~El>h<~El?Kun@+_:9b`}Kg-v/Ri3g;vtwyk_9]k_d=&T#*U.6qh@Ab`|K9:H|CJv[!&3Dtex'fDwC%!Rf[9WlMd[(^X,!a%Z06Vz!@WgBg=v~Rgvg,QRe@awd,#Y+jTv|Q~EfWj]uNr|~FRfXdy#Y&^Ua%!aO.!(a)Ua;=!a@aKap!a-,a!Ta]a[rSa]p?[y82sK=Bq~;:p:~<5p8Pw:5p7d'#Y'Wf(;RnRi[u4w&RgJJvG'!6Vyh=<r#ijuuv/sIKuYD'ZtG@3p9~Gr&d2#`(g<vtRgFj`u5w&rqpxRf2CJuY!+:wfnTOu!5Rg}jNs1ucv&RfwJvA!&3@q|BDcC#T,k/unq8w8Q5RkTklwQuzunq8w8Q5Rk9dga#!a'!a=#a0!:+Tb*b@aO.a4!aba8aFJv^}?!VyR~Dr<g;u%Rn.~<5p[x'e`wNZtR@3p]Pw:5pZhNvjBp.woe_g5u-r4JwF!%DtO3:ooc7&!#:p^3DtpLuGw(!+%)Dtk6Vz#2sd=<r8d'#Y([y#<x3gJt`w@!)%}MRiowzikRij=]ilxAf3,U(#B2Rf#g0v-Rm[ck{`U#]giKv3>)!&6Ri154s,KuGB_%@r68r:dJ|t`#X(9<E|u2@H|rx3gJu?w'!+'1Nu7Reg4=H~+9<wxgY95Rm]xLggZ-`(X}U2:Ri4h<uOawRmsJv__5@bb{jbV~3dka#a'a]!,#a+U=a>b6a3b%!/aKa/)!arwve^VyJ;:pR~DpTg3uJpS~<5pOPw;5qmPw:5pNOu!5pQJvG'!6Vyx=<qoJvA!{~Jup!%@qk7Rn/KvyD!}''[xz;>wkh'?Rh,x8gyt`w5D!&),(SgyccRgztJ@3pPB5p#d'(Y#<]mmifubw&RgoJvE&!82s^JvF&!8Rf,ADb]~;x=h'rNu]vK!,%'*0RnORh)4Rh*AqQg-vaRnNg;wHwkh'ba~4cE#Ta*x3gctyw@'!+%RnFRnD<4Rn@hFvK5RnCxWg[#`&a0Ua()`1Rm75Rg[c]%X#qi8Rg^NvdRj>BwzgZauwji7Rm6A4wgg]d1#&(*,.0a#Rm;Rm<Rm=Rm>Rm?Rm@RmARmBe%#^^^Xaea?aC/b+(,!a+a#!a/!>a&Ta<aKbD!2wphBRnk[yPw}hE|.=Br-3Dtm>6Vy~g6urRf.x,hPrNav!%'RnqRo%Ro#Nu;q[Pw;5r+JwNZtM@3r)d'#Y'Weh;xChL#`&RnmRnoKu}>%(!Rne~Bs-;2wjcussJv+'!aYSO}6@B<5?ba~8LrNvj!.%*ROwungw~ng~:9;Ri^>wtnig;wHRnixDh@|(UZ.x1h@|)!#:2<H|*xHn]#-UX'3Ro)z=iT}6ARns=Bwsn_wpnaRncw]aR(#UXa&Ua*a/=]iPd'#Y&Ro'WnXf{QRm2hNvj]nZd`'T~&1`{|`#9b]{}c:'!#Wl{>@=be}]?cl{{U#:5Abb}Jds#^YaF!a*b4a#a3aPa>&Tb!bH!*a_!Eau?/a&RjY<]gj>6Vz*;:pe~DrZg,QRj1JwNZtX@wihspcJvZ&!VyX9WmOJu|!|N2WmHJvh&!]ht~Bpbcn&T(!#RmQ<s7Nu;padH#X'`+WmJ@>RmKCARhnKup=!)&Wf+:RhqNuPpf9c!#'45pd5AwghpARn(Ls@w!%,)!RmP@Wfe<E|IJva!&WmNg8vsRmLd`*.`#Y'Xa!axRn*]hrA8Rhug5s@rXg8u!RmMd8#X'X*3@rV72smdI*#UY&RmICARho~GsgxVgd)Ta'U-Y&Xa!T#RnEWnA@Wffg1uDRi0hFvK5RnBxGnG&#`%owp)@wsf+bX}Ze-*1!a*^^^Ua|!#a.aq&Ya2!a>.a6!a:aO`aJDtL[y`@Wg#>6Vz12@wzoYRoZNuPRi!NuPRhzg=ucRi,@=b`{Yg=ucRi-ACJvB!&Sh[ebSh]ebi`wUuFRm4Jw2_[y0JvB!.<Ju(!&SoG}6Shd}6<Ju(!&SoH}6She}6Kur@._g5vHRieJvx!{L2G{Kx6gd'T#?Rh82Wi5cZ#X(g1w)Rm5dW-Y(Ta#!a)!#aYa=wnfE=su2>>bU{0j9udv:<svj8uQv-7RgHdE%#^'sq9sp=>Bb_{TJv`!&g/r|snj6v(us5d,#Y(56H}[978H}]Jw5!&g1rushJvB!+j;v{u5?zDhd}6}bj;v{u5?zDhe}6}ce*#`(^^^a[aea!=!a6a*aoXb1a.!aAbL!b>,b'aL!aV@Wf|2Wlg3[y/JwNZt^@3piPw:5pgJunZou3@rsJva&!Vy_g<v~Rm#JvG'!6Vz0=<r{Ju{%!:pj@WfsiXuJu3Rm:JvZ&!WfA~Bph@c4Z&Dtwax5rubx(#:awRk1@d,#Y&RfjRfid1#,Y(@Wfp2Wlrg5s@ryKu[@!,'=]ig9wlk?Rk>g5u-rqJvy'!@9RkQcH(T#=>Ri~@<wkj(Wj(KuZB*!&<7rw@9RkRcH(T#=>Ri}@<wkj)Wj)dg(Ta2Xa9X#`-!a*CARhg@@=I}d9x;c~#X%so=<sj>2@@=aybb}XjWv0Q~EfEj3vLv;<d,#Y(56H}`978H}_dgaPaFa'a/!#a3Y0a_a;a|!1(a7-[yE3[xt;:pJNvZrrg3uJrvJwNZt=@3pIh=rt3rxPw:5pGOu!5rpJvG'!6Vys=<rz@c4Z&Dt(ax5rtJvZ!&~BpH@wsfNg-vaRlNci*U#=<wei<F}a5@Jq.!a*JQ!%@qZ23d(#Y&RjH5]jCk!u7w&u0udARjFd/prq=tyvpaEa(a:.!a1aZ(@@=I}:9wpd%=<sX55w_h}@@=I{t=ay<aU@@=I}T=ay<2@@=I})?C9:9au@9Cb]}DP~=x-fAZ(2Wl1=ay<aU@@=I}>5@d##Y+jTv|vV~EfFj]uNpn~FRfGdgaK!Z2&!a8a-Tb({E!acTbM*!a(DtY[yYd'%Y#sl[y*hHvh>Re5x2c{Z}.j4uCvcawRiMd+#X+_x&d!},<5RkX;2Hzw@x,gavfB-!{CcF&T#Roe;RodwWbBg5urRgaKvHC*_6Vz+<4opieuew&Rmq@d]&Y)X,T#X0Rh}<BqP=4qS9:ReMg/ujReNJw0!/<Jui%!bd{kawwnemRelAxUa?a3#*.&UX(Ya+a/RhvRnQ<o}9Wmtd-#Y&RgSRmw9;Rmxay=Rmyg-vaRmuxEhSrNu,v-voC!%(aR.a(a7+1Ro1>Ro5CE{A9b]{@;5x#eO{:g;urRi+KrNA!%(Ro3>Ro79;Ri_Ku@>{;&!x%gX|{KunA_+g5QRj/g3u5Rj#g>uERj%wio/xRhS&!,!#^1U}wba{8>>@=be}qC@:D5ba{7Ku+A&!}x?ba}t>>@=be}se(aA^^^Uat!b0#{pa+awUazbGa#aLb9bgaWac'a5TbS=Br!d1#`%scp_Jvl!#rT>Re0JvX&!VyN=H{Fcm#U&:pY=ReaJv2&!]h0=]nUJvG'!6Vy|=<r%JrM_=]h2@Wlud'#)U'Wf'b]{i=]h/Jvh!&~BpWg=v]RnMx+ny#'Nu;pVwjnu=]nwxJnx,T#`&Reqwjnt=]nvieu9vrRjLLuYwP(#+!th@wih5pX~Gr'g5v/Rh4KunA'!-CARnP@wwiN:Rm_9x'cvw>!|l=<saKvAA!0&3@q}>w^e1bp#&Re2Re3BDx7gH#T|f5H|eKuZ>!%(:qNAH{]Jv6!+3B2B9=b^{X<5<B92:E{ZLvhwA(a;a%!igQuyRmad+#Y}m@3Rh5d8#X'X*:AqUAHzmaxwbh<aXRnVcF}RT#Nw&cj#U(BWnug/vsRntdka)(a3+.Zb7aYYan1!bVa@Xa}[y^@b[{G=H{+hFu73Rj&Pv#5ReQcK%T#sig1v{Rj'Ku+D#'!t]~Grm~?rkKuMB!01d5#`'Vy.ta3Dtu~Hroc8#'{^45s85AwZbP&!#Rn!wghxWn#KvEA!)&2RlA2RlBx:h|#(T,=]j09Wobz>x]z/@awRoTd+#Y(az]hFhCrm4d,#Y+jTv|Q~EfMj]uNr|~FRfOdCa!Xa9_X#@<plJvf!%b`{(9;Rgwc;.!#2x7cw#T|UDb]|T5Ju={(!=@E{&Jv)&!Ab`{'awJvf!~*>>@=be{#KuY>!+&4Ezyi[ugv&RjIdea+T)#UXa&T-T&a!Rh9auRmW=]kLg5vuRn+g3u4Rn-Ow6ARn,hHus5xNk?#UX(U~)/g8v0RkD~AwkkF?Ri.OuNBwkkA?Ri/d|a2`a*^UYa.!aBTZaTa'Xa;!(!2!-a#b2[yC>6Vyq3[xr2Wi?g1rusVh%s?DtF~<5rbJs;%!DtBfswKtCj[uvuSsEu3RgVx3o:u+wN'*Zt;@3rd~Grh~?rfg8w)Lq)qE&-a%!>bI|`jWv0vV~EfCjTv|vV~Ef@j]uNpn~FRfBcK#T']gWNu7x,k7q4ai(0!hHv8<RhmkMu9vrsBuev/RhlCJvB!,g<v{wchh~@:Rhji[vrv{wchi~@:RhkdS&a5UY#Ta!RgPwwiI5BwciI~@:Rh`x'iJvj'!5]iJPu8Bwch]~@:Rhach)U#h3rp]gLh@t|Ax,hTq3ah!-(~@:Ro0Ou!5RhXj^v(pyw8unRhVd|)`,^UYas!a?/a2Z'a^Ta{Tb7Ta(a#!a,Wf&9sZ3DtAadamov=Bqt3[xig8vsRm~>waiL2b`{QJv*_Ouv2qgj<v]v2BqfdR'X*X#Y-@3qr~Gqv~?p6hHv-]glPup5Lq+q?_%*b_{qF{n9b^{rOu4ARhpKvCD!+&~Bqp:5Dbb}nwoiKl&unuTuBv]v+ueunaXRf0=Jvh!0nKufu8v1w&w7q%w&uHrz:Rgnj5w,uxDJq/(!hNw'5ReCk0s2u3w/w'5ReFd>Za&!*UaA=<wkgsRnSJv^!%Refifw3vyRgOKu_B'!,<]gkiiu:w&Rh<=C@a^<B57@2F{[<B5@aW:=3away9A5aW=<B=C@a^<B57@2F{Ie-#`(^^^bCara.b8aza6!/bZ,!adTbnTbOb+aFaS!aAT9@Wf~2Wli3Dtl2@d,#Y&RfnRfmJwJZtN~GqyJva&!VyMg<v~Rm%iXuJu3Rm9Jv[_=]ih9wlkDRkCd1#`(@Wg>2Wls3cH#T(@<Rj*=>Ri|b~'#23s9h<~El.d'#Y&Dtxi^rzvdRl#d*#U%(o|B2s`hJwSaxRmDKv4B&!1:Rmdd5#`'Vx}to~Hq{x'f1v3(!BA5ba|bJv_&!Wfug1v]ReIdO+U/Y#&G}-8wze=Rh{g1v]ReHg/uQRf/by#)ibQwERl/cH#T(@<Rj+=>Ri{cNu+vlax-!(#a0qa9<Rii2;;bU{H;x<i=&X#Rk`<4wwi=C9H~8xAI(Y#<azRi@45wXI<B9;5bb~7dL(X#Xa(+!aL6Vy{g5QqOau:5au2@ay547EzbxOcU(UX-T#Ta#:Cbb|A?wjh/b_|SOw6ARgtihr}u7Rhy<d1#T)X1@@=I|~=ay<2@@=aybb}Sj3vLv;<d,#Y(56H}A978H}@dGpvs@uAu`vcw9*!aFa+ai%(b!aXa8.a?a[ozWey=sU2@G}Nch&U#Rf_WexKu+D#'!t:~Gr`~?r^j]uNr|~FRg*j^psurwJt|RmcKv)@&!)7Rkv~Br[@wxfO:Rl3co#U'6Rezj_q#vIuavjRltwzeyh@vr5JqD0!>aY?C9:9au@9Cb]}9cl#U*5;5<H||jbuus1ucv&Rfvg1v~d/pppzqFr^a--a~!aMat1(hFv;Wiz@@=Izoj5uuv-7Rix~Cw`fk2WlVcZ#X,k)u3vWs@u2]ktg;wEx'fBq(_2Wg/jTv|vV~EfoJv]!15x'hzqG!(P~EfU~CRl_j6v(us5x4i-#T(2WmZ?C2F|d>Kq<aj1!*jTqIsBv=Wl`~Cw`fi2WlWj`v0u*~>RlR=c>Z,k#u3vWs@u2]kr<c1Z+jTqIsBv=Wla~Cw`fm2WlXdmb3!a{(arZa`bkTa%TbQTa-a9+c'!aM!/[yL=Bqug.w'RifhFvyDRj.g>vgwyk^9]k^Jv3_@WfbAARkhJw2_[x|JvB_wkoIRoKwkoJRoLd'(Y#<]gm=<9<H|yd'%_X#skDtb3awwqkgNulRkgdB#^',9:p'hJwSaxRmEBwVb8@4=H|qLu+w50&!)@3qs~?pU>Awwn;;Rn=c:Z'ARn<=<qwKvC@!/&~BqqJv6!&]eVb^z^xRge'/a%+^`#Sge}6<4Rn3=]n0Pw2>Rn8Jw0!&>Rn:>Rn6cY#a7+!a&=<wkaNw~h3z_c5Z{=wjh#=]nLKv^D!&)Vyz=bW|swYb<WetcG#T(2wxa@qVx@gD#Y&b^|V5JwG&!5bb|pg/w&RgD@x=kHs=uAvn!a%%/'+RmSRh694Ro`g-vaRmRhHv-]mlxCcS#`&ba~.5cD#Ta)P~=d,#Y(56H{>978H{Dd_#{2^Y%_+qbbb{6g3sERhsbU{?dfa.,`a(Xa<!aiX#(55RiG54RiHcI#T'WiU3RiVNvdwtfcRlKNvdd,#Y&RlHRlExQgf.1*^T'X#Sgf}6Wn4=]hfPrk>Rn7Jw0!&>Rn5>Rn9Lunw?&a2!,5<oq@@wqfdRlJj5Q~=d,#Y(~ARfcOuN]fdDKw;ay(}i!547E}j?cI#T(@5bV}iCbV}hdv(^^Tb?a40,b##Tbo!a*bR!a<b|a/!aKai!aU[yK=]o^g:v>ReGJwPZtK<7Rh+h<~El,Pv#5ReR@awwxjCg,ulRjDJv6&!]j!z?aQeeg>w=Sh<eeJw;!&axEzOg,Qosc!#*:wkeJ]eJ>x'h-u(!%Ro.w~h.zPdNZ(X,Ya![x{;9ReY;wkgxRiF:x?ap#Y&RmUg<s2Rkod]+UY0TZ'!a&A9sw<=bczLNvuw{gqzNhJwSaxRmCKuLay!#&s_Rf-55b^{uJvZa!!c%#(55Ri654wmiu5RiuawLu,vp!+}^%b_}Y9;wkgxba}o>A9:=b^}zKuh=a''!3awRk3c*'!#aHRk6c+Z&Rk5Rk4Jv)&!awRjSawd9*`#0?C2@EzMj8u<uJ5RmbjQrquJu3x,k>uq@_+=ayb^|W~ARkEOuN]k@7dhzV^X/X&a-#zRzSb`zXcJzTT#2WkVKvDBzW!%FzY9;5bbzWjQrquJu3Jw3%!b`zU=ayb^zQd:#X(T-a!6Vyywxh}=b]{Jg=u1RiAdGp~qHtzv!w(wA+a+a;<!aJaYai'anasb(=azRmV:Cbb{MLq2vb!%')RjuRjrRjtRjqx3jnqCw3!%')Rk(Rk+Rk&Rk)Lq2vb!%')Rj{RjxRjzRjwLq2vb!%')RjsRjpRjfRjex3jcqCw3!%')Rk'Rk*RjkRjl9<CbbzfOu4ARhxLq2vb!%')RjyRjvRjhRjgx=joq*uKvb!%')+-Rk.Rk%Rj~Rk-Rk#Rj}x=jdq*uKvb!%')+-Rk,Rk!Rj|RjmRjjRjidAq&qKs@uAv8Aa.'*-a@a&0!aM@a5[y73Dsy3Ds|3Dt):wxgI2sHJwJZt.~Gqxwsf0ikrzt}Rl0Jvy_[xj~HqzKv_A|D!&WfP8axRoVcf,U#k(v]v+ueunaXRf1Ju}'!g8u#Ri=jQw!sCunLprq>!,')~<5qeGzq9F{W=c##%s5au:5aU3CBE|;d4#X(D!a&6Vygx(b;#(=]ed?C2F{N<capoq2r[a&!aPa9,'Pw;5s:@@=I|,55w_h|@@=IzcP~=x'fCqB_2Wl2>aU@@=I|1OuNBc1Z+jTqIsBv=Wlc~Cw`fl2WlZ~AcTa%!Z+jTqIsBv=Wlb~Cw`fh2WlYk+uNqJsBv=WlSg,u3dca3#UXaMYa)TaB-=cM|7T#<bI}l5@B932:aV2G{BOuNBJq:|M!5Ezt=<B=C@a^<B57@2F{v>cB{/T#=ay<bI{3Jv6!a.6BKq0ah&+!5E}HP~Ef{978BaU@@=Iza<7d#.Y#978BaU@@=IzH~AJq0!(@@=IzG978BaU@@=IzFe,aU*Y&^^^bvJb,b:bFad!a,c2Ta>aL.bo6!a#CbTa'T#Re{2Wlh2@G{yg6t~Ro_NvdRfticuRQRllJv3&!x&c|zs@Jw3!%RflwpfkRlpKuL;%(!Re<@G|C2GzdhIvuBwgjAg-u0RjAKQB%!(GzZ@G|5NuuRl7d='T+Y#Vy[g<v~Rm!==G|>JvA!)@wma=]m1ifuaw&RmnLs@vT'!|/+[y,g:v>ReTJw1!#qX=x!eC{bLu+wT&)ZtZauq_~Graci&U#F|89:r_Lupvq!.)&2RlG8RfaC=x!eF{_h?rpWlmd&'!#X|&]k::xJey#`'T|+<E|&2@H|%dE#(^,g;u.RiEg6vjRiC9xCkA{O|zY#g=ucRmXKs0@!&*@G|m@awRknJuh!,3d(}gY}eJvj!%Rm):Jw3!%Rm+Rm-Ls0w(&!a(a#@b[|6cZ#X'7RkxWgAOu4ARn'dH'U#Y*Vz-Wm'CARm}d]*#a%^a*T'aK!a<9bV{PC=p*Jw4!&SgxcbB5r]idw(wBRmF7xFkt#&`(Rm/Rm8E|!JuY_9:Rl5=wrgr2:bbxd@xXfB(a*#T+!.X0X1Ta/a'T&RlDRfL>RlyARl9b[z[>RfZ:RlL:RfRwlg/ARl;9;RlxKv,A/!%7s69<74=BA5ba{-8Bde#`a<XaKYa1,a'P~=wxfB2bZ}}?C972@@=I}r8@55B9;5bb}G978B2@@=aybb}3j3vLv;<Jw3&!>Rfk=ayb^}4~Ad1#`*@@=aybb{w2@>==<bbz]dx+UY#^UaF!a9!bB'Ya1.!ajXa#%olRhD[y=3Dt#Ov5BrHKuMB%!(Rf^Wep~HrJwkiQjKr|~FRg)Ku+D#'!t5~GrF~?rDdV)UY,Z/_7RkuG{<~BrBg,rlsO:235B@bX}|d?a1!#`(6Vyn5@d##Y+jTv|vV~EfIj]uNpn~FRfH7Lq2vb1!a9-978BaU@@=Iz9978BbU}#~AJq0!(@@=Iz8978BaU@@=Iz7~AJQ|}!978BbU}!JvkaK!AdUa21-U#`a+(g/vsRn~Ou!5RPj:rmu9WhOjXuvvNr}:RhAj^v(pyw8unRn[kPr}p|u7vwv]RiSBd;pppzq@qHQa?(b.!a.a`@.|xa(hFv;Wiyj5uuv-7Riw~Cw`fg2WlU978BbU|wOuNBJqG!(P~EfD~CRlQcZ#X,k)u3vWs@u2]ksg;wEx'f@q1_2Wg.j]uNpn~FRfqJv]!15x'h{qG!(@@=IzK~CRl^j6v(us5x4i,#T(2WmY?C2F{1>Kq<aj1!*jTqIsBv=Wld~Cw`fj2Wl[j`v0u*~>RlT=c>Z,k#u3vWs@u2]kq<c1Z+jTqIsBv=Wle~Cw`fn2Wl]dn1#c(a(b^a2!b/bAT(bj!aDa7bu,a_a{c0!2T0g:v>ReD2@G{42@G{5~DpM~<5rc=Bx6i>{RT#RnI@zCx]y]z:2Jv[!zr5Awyk]9]k]dD(Y+X#6Vz.g=wKtgwhaCwgmTWj2Lu,w%_+/[y-B;b^xeg3u3Rj-2@bX{*KrJ<!+'@Wg(g?QRlC@Jv`!%b[zIwsfII}8JQ_@w|kW|=Jv(%!AqcOuNBJvEzh!bYzjLs@wP#(0!oy@>RkdJwMZtc3Dtd@BcG#T'9bWxg2@2Fznd*#Y+;2x'c}w<zizixNgwa#Z'U+!/!a'!a+w~g~z6wcn{Rn}wcnzRn|5Rh%=]nJg5vuRmvNvdRlvcprJu}w*az*a#!%.a.'Bot9qT]kj@Wg'ay2Gzv@Jv`!%b[zEwsfHI}1;ck#Ux`<Cbbx_Lu+w!a&0*!wko*wwo,So,}6Juqxf!E}PigQuyRm`d3(`#8>Rn%:A5B;bZ~%KvhCa!a2!x>k7#Uxb@b{#xaRk7Jw0!)>wwhlShl}6>wwhmShm}6CJvB!.x'hhvj{!!5Bwkhhbaz}x'hivjz~!5Bwkhibaz|xEhTrNu,v-vpD!a%&/)a3a.,%Ro2t[CE{)@3re9b]{%wjo09:rgc:Z&Ro6=<riifuaw&RmoKrNA!%(Ro4>Ro89;Ri`dSaL'UYzxZb)7Rka3xRhT&!,!#^1U}vbaz{>>@=be}yC@:D5bazzKu+A&!}{?ba}y>>@=be}wxBh[t`u~vJvr!%a!a()a,a0a4RoC=]o;Ju(!%RoGRhdwjh`=]oAg>w#Ro?g5vuRo=NvdRl|Ku]C.!&;RoEJvB!%RoORoMBx'h[v+_?w~h`}~5?w~hd~!xKh]oiptu-utv.vp!#%&a30a@a'a+(a/aOp(o~p!RoDJu(!%RoHRhewjha=]oBNvdRl}g>w#Ro@g5vuRo>c[#X']o<CauRoRAd-#Y':RkpauRoQKu]C.!&;RoFJvB!%RoNRoPBx'h]v+_?w~ha}t5?w~he}ue!/UbhYacXaW^Tc&a;b:a-c/#b&aja1(!cL+!bKbt!bmcRc9aIc?8[yW3Dtt94Rg`Jv}!&SiRMzBhEebShEMNuPRe>x7gL#TzuwjirRipc<Z&>on;>z=h-MSh.Mwqczx'a7vj&!>Re4@=ResJt__NuPRi*NuPRi)j]uNr|~FRfzKrJ>_+@Wfy@Wf]2WocKrJ<!+'@Wg%g/QRl@@Jv`!&awRl<wsfFIzgLu(w*!.*&ShBMwvhIRhI9;RhNx1hK'!#Sn]Mx1hK~0!#:2<H~7cNu+w7D*'1ZtW>Rn1~?rOc:Z&Rn2=<rQ<7wjh&=BSnLMc]#X(6Vz)w[b=a!U#9wzgMc3#&(RgMRitRis<x,gKt`ax!&+SioM=BSilMc3#&(RgKRinRimKurB,!&SiQMzBhDebShDM6BJQ!(P~Efx978B2@@=I}WLrJw!!,a*&@G}O@9wkibRid@@x'fKwC!&SlDMSfLMjUv~Q~EfKKv3@a+!(hFv-]mpx/hYZ(C5RiWz<o/MwkhY?So/M@x,gbvfB*&!SgEM:SoeeehFu3:Rgbda(,^TZa)X/7Sg[eb:2RgI~BrMC@wgkc:wwkcRerx3h(uUvK!&*,SnOM4Sh*MArRg;wHRh(x=h;rJvPwI!a4',a'0@Wg&=BSh/Mg>w=Rh=g3w*wwgGRgGcW(X#;Sg}M2Gzk@Jv`!&awRl=wsfGIz`dKZ*T'Y-:RhR7RhQg5u-p`j6v(us5d,#Y+~Awkia?RicOuNBwkibba}Ld6p~tyu_vbAa'a+!a/'a3aEa8a!>Sh,ebJv{!&Sh@ebSaReb9;SgwebNuPRi(NvdRl)NuPRi'hHu^<Rm^Jvv_@Wl(g;u1Si/ebKu'B&!*Sh?eb@Wl'z@aPeb95Si.ebcpputyvjB)!,&a+0a%ShAMWeK@G}C@WfJ9;RhMwvhH9w{ia}ix,hJvRA1(!zAn[MRhHx1hJ~*!#hFv(BSn[MBJQ!(@@=I~'978B2@@=I}2db.Ua<'X}+T#a0XaG2G}E;wkg|wuh!Rh!x,hZu,@)!&So0MVy)C5RiXACJvB!&5RiY5RiZg8w)cG}*T#2@bU}=KsA>(!a.3wkhZba~(x,h^u(A!&(SoCMRhb5Bz=h[eb?w~hb~6x,h_u(A!&(SoDMRhc5Bz=h]eb?w~hc~6e)aA1T#T,^^^c-bMb&blcPaP(a/!0!bA=b5c@a(!bfbrc#2afwmhARnjwchORnp2Wlf3DtsNvdRl-2@wpa<]m0bx(#:awRk2@Jw3!%RfhwpfgRlnKQB%!(G{V@G|'NuuRl6d='T+Y#VyUg<v~Rl~==G|<Jv+'!aYShC}6@B<5?ba~8@Jw3'!g2QRljhLrpWlOd+#Y'g.w'rIg>w*wgj@g-u0Rj@Lu+wT&)ZtUauq]~GrGci&U#F|39:rELrNvj!.%*RhCwunfw~nf~:9;Ri]>wtnhg;wHRnhx3hDs@v~!/+'@Wfr@9RkSNu&Rlo=@<5GzoKs0@_+@Wl+@awRkmJuh!-3d(}pY#qWJvj!%Rm(:Jw3!%Rm,Rm*de&!1U-U#`)Re;@G|.@9Ri82@wjfvRlq=@<5GzpLvOvr!).&2RlF8Rf`C=x!eE{.Jw3_g2QRlkhLrpWlPde(!#U{s,UXa*Ta'[y'g:v>ReS;x0PZ&RnlRnn~HrKJw1}f!=x!eB|2w]aP(#Xa&a*Ta.Ua2a7=]iOd'#Y&Ro&WnWg;u.RiDg6vjRiBNvdRlzhNvj]nYJuW_2Wm3x)kFze{9d])!a.!,Y01!#&aC!a3RndC=ox~BrC@2b^{pg,rlse7x'ksuq!%Rm.E{xidw(wBRmGx9o+)X#wwo-So-}69:Rl4@xSf@a#XZ'X)X,Ta(/ARl8b[xc>RfY:RlI:RfQwlg.ARl:9;Rlwdn'#^XafaQa1X1TaHTa)@b[{zcZ#X'7RkwWg@Ou4ARn&x)kG#{,g7u/RkGdH'U#Y*Vz'Wm&CARm|bx#(A]gUbUzJj9Q~=d,#Y(56H}l978H{U7d,0#U*2>ABb_xZ978BbU{e~AJQ{g!978BbU{hxMh?ad{oUYZ.x1h?{l!#:2<H{mx3n[t{vl!,&a%3Ro(z=iS}6ARnr=Bwsn^wvn`Rnbd`*T}B0!#^X'BG{c9b]{a>>@=be}F?JvS!&BG{d7BG}(Bde#`a1X,Ya@!a'P~=wxf@2bZ}I56B2@@=aybb}08@55B9;5bb}<j3vLv;<Jw3&!>Rfg=ayb^}&OuNBKuLA!)a!P~=x#fD{f2@>==<bbzl?C972@@=Ix^d6rSu,v7w*C(0a)a6#B+a%!sQ[y?3Dt%3[xn~<5rLOu!5p@Ku+D#'!t7~GrP~?rNKvlaya7'!h+v-5qMg=t|cd,U#5AAaa5Abb{S@52B5@a[@52B5Gx[iXueu;d<#`a(!/549C;ag>23ExY5@Dah89b^~689Jv)!~2b[~1Lv'w(%*!a#bX|aPrmawRe]keu7uhv-q6rxu,q`xTo]/a5aU!bNaDXbi!b-!ao!b<bwA!#5@B932:aV2G|:d-)Y#hJrL>RhG<7@C5<H|_=Cau:5aj5@B932:bJ|ng>vIbs)#?C2F|9jPv0w.vISh-MKvUaz(.!9ABbb|[5;5<H|Eg>unwfh;9:4E|YjQsBt|vjx'hYq3!(?C2F|J:2<BaY?C2F|GOu!5x,g|p{ah!-(?C2F|c9:4E|OjXuvvNr}:Rh&i[w*t|cd+U#jJvsu)vsSn~Mkfrmu9p}u7vwv]So!McW#Xa!ax5@A5aY:5;5<H|>kJv~vYrquJu3x4ib#T)2@SmZM?C2F|Bj:rmu9@xPhI(a*a#U#`a3-5Abb|L~@:RhK9:4E|0@52B5G|#C::aY?C2F|-:2<BaY?C2F|.5Jvk!a)javYrquJu3x4ia#T)2@SmYM?C2F|HAxPhH(!a#U#`a*-5Abb|4~@:RhJ9:4E|R@52B5G|F:2<BaY?C2F|Sc^#Xa2j=Qq5CJvB!-g<v{z;hhM?C2F|Zi[vrv{z;hiM?C2F|XKsA>!a)-g<v{z;h[eb?C2F|]i[vrv{z;h]eb?C2F|^iZu.vix,hZq3ah!.(?C2F|QOu!5ShXM:2<BaY?C2F|P",13494,2713,49,25,61),H;(function(e){e[e.VALUE_LENGTH=49152]=`VALUE_LENGTH`,e[e.FLAG13=8192]=`FLAG13`,e[e.BRANCH_LENGTH=8064]=`BRANCH_LENGTH`,e[e.JUMP_TABLE=127]=`JUMP_TABLE`,e[e.VALUE_MASK=8191]=`VALUE_MASK`})(H||={});var U;(function(e){e[e.AMP=38]=`AMP`,e[e.NUM=35]=`NUM`,e[e.SEMI=59]=`SEMI`,e[e.EQUALS=61]=`EQUALS`,e[e.ZERO=48]=`ZERO`,e[e.NINE=57]=`NINE`,e[e.LOWER_A=97]=`LOWER_A`,e[e.LOWER_X=120]=`LOWER_X`})(U||={});var Vr=32,Hr=21,Ur=2097151,Wr=2047,Gr=0;function Kr(e){let t=e>>>Hr;return t===Wr?Gr:t}function qr(e){return e-U.ZERO>>>0<=9}function Jr(e){return(e|Vr)-U.LOWER_A>>>0<=5}function Yr(e){return(e|Vr)-U.LOWER_A>>>0<=25}function Xr(e){return e===U.EQUALS||Yr(e)||qr(e)}var Zr;(function(e){e[e.EntityStart=0]=`EntityStart`,e[e.NumericStart=1]=`NumericStart`,e[e.NumericDecimal=2]=`NumericDecimal`,e[e.NumericHex=3]=`NumericHex`,e[e.NamedEntity=4]=`NamedEntity`})(Zr||={});var Qr;(function(e){e[e.Legacy=0]=`Legacy`,e[e.Strict=1]=`Strict`,e[e.Attribute=2]=`Attribute`})(Qr||={});function $r(e,t,n,r){let i=(t&H.BRANCH_LENGTH)>>7,a=t&H.JUMP_TABLE;if(a){if(i===0)return r===a?n:-1;let t=r-a;if(t>>>0>=i)return-1;let o=e[n+t];return o===0?-1:n+i+o-1&65535}if(i===0)return-1;let o=i+1>>1,s=n+o+i;for(let t=0;t<i;t++){let i=e[n+(t>>1)]>>((t&1)<<3)&255;if(i===r)return s+e[n+o+t]&65535;if(i>r)return-1}return-1}function ei(e,t,n){return n===1?String.fromCharCode(e[t]&H.VALUE_MASK):n===2?String.fromCharCode(e[t+1]):String.fromCharCode(e[t+1],e[t+2])}function ti(e,t,n){let r=t+1,i=0,a=r;if(r<n&&(e.charCodeAt(r)|Vr)===U.LOWER_X)for(r+=1,a=r;r<n;){let t=e.charCodeAt(r);if(qr(t))i=i*16+(t-U.ZERO);else if(Jr(t))i=i*16+((t|Vr)-U.LOWER_A+10);else break;r+=1}else for(;r<n;){let t=e.charCodeAt(r)-U.ZERO;if(t>>>0>9)break;i=i*10+t,r+=1}if(r===a)return 0;r<n&&e.charCodeAt(r)===U.SEMI&&(r+=1),i>1114111&&(i=1114112);let o=r-t;return o>=Wr&&(Gr=o,o=Wr),o<<Hr|i}function ni(e,t,n){let r=Br,i=e.indexOf(`&`);if(i<0)return e;let a=e.length,o=0,s=``,c=r[0],l=c&H.JUMP_TABLE,u=(c&H.BRANCH_LENGTH)>>7;do{let c=i+1,d=e.charCodeAt(c),f,p;if(d===U.NUM){let n=ti(e,c,a);f=Kr(n),t&&f>0&&e.charCodeAt(c+f-1)!==U.SEMI&&(f=0),p=f===0?``:Rr(n&Ur)}else if(Yr(d)){f=0,p=``;let n=d-l,i;if(n>>>0<u){let e=r[1+n];i=e===0?-1:u+e&65535}else i=-1;let o=0,s=0,m=i<0?0:r[i],h=c+1;trie:for(;h<a;){for(;(m&(H.VALUE_LENGTH|H.FLAG13))===0&&(m&H.JUMP_TABLE)!==0;){let t=m&H.JUMP_TABLE,n=(m&H.BRANCH_LENGTH)>>7;if(n===0){if(e.charCodeAt(h)!==t)break trie;i+=1}else{let a=e.charCodeAt(h)-t;if(a>>>0>=n)break trie;let o=r[i+1+a];if(o===0)break trie;i=i+n+o&65535}if(m=r[i],h+=1,h>=a)break trie}if((m&(H.VALUE_LENGTH|H.FLAG13))===H.FLAG13){let t=(m&H.BRANCH_LENGTH)>>7;if(e.charCodeAt(h)!==(m&H.JUMP_TABLE))break;h+=1;let n=t-1,a=i+1,o=0;for(;o+1<n;o+=2){let t=r[a];if(e.charCodeAt(h)!==(t&255)||(h+=1,e.charCodeAt(h)!==(t>>8&255)))break trie;h+=1,a+=1}if(o<n){if(e.charCodeAt(h)!==(r[a]&255))break;h+=1}i+=1+(t>>1),m=r[i];continue}let n=m>>>14,l=e.charCodeAt(h);if(n!==0){if(l===U.SEMI){f=h-c+1,p=n===1?String.fromCharCode(m&H.VALUE_MASK):ei(r,i,n);break}if(!t&&(m&H.FLAG13)===0&&(f=h-c,o=i,s=n),n===1)break}let u=$r(r,m,i+(n||1),l);if(u<0)break;i=u,m=r[i],h+=1}if(p===``){let e=m>>>14;e!==0&&!t&&(m&H.FLAG13)===0&&(f=h-c,o=i,s=e),f>0&&(p=ei(r,o,s))}}else f=0,p=``;f===0||n&&d!==U.NUM&&e.charCodeAt(c+f-1)!==U.SEMI&&c+f<a&&Xr(e.charCodeAt(c+f))?i=c:(o<i&&(s+=e.slice(o,i)),s+=p,i=o=c+f),e.charCodeAt(i)!==U.AMP&&(i=e.indexOf(`&`,i))}while(i>=0);return s+e.slice(o)}function ri(e){return ni(e,!0,!1)}var ii=class{src_Any=kr.source;src_Cc=Ar.source;src_Z=Pr.source;src_P=Mr.source;src_ZPCc=[this.src_Z,this.src_P,this.src_Cc].join(`|`);src_ZCc=[this.src_Z,this.src_Cc].join(`|`);cache={};opts={maxLength:1e4,urlAuth:!1,schema_names:[]};constructor(e={}){this.opts={...this.opts,...e}}set(e={}){return this.opts={...this.opts,...e},this.cache={},this}escapeRE(e){return e.replace(/[.?*+^$[\]\\(){}|-]/g,`\\$&`)}nestedPairRE(e,t,n=4){let r=this.escapeRE(e),i=this.escapeRE(t),a=`(?:(?!${this.src_ZCc}|${r}|${i}).)`,o=`${r}${a}{0,1000}${i}`;for(let e=2;e<=n;e++)o=`${r}(?:${a}|${o}){0,1000}${i}`;return o}get_text_separators(){return this.cache.text_separators??=/[><\uff5c]/}get_pseudo_letter(){return this.cache.src_pseudo_letter??=RegExp(`(?:(?!${this.get_text_separators().source}|${this.src_ZPCc})${this.src_Any})`)}get_ipv4_addr(){return this.cache.src_ip4??=RegExp(`(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9][0-9]|[0-9])[.]){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9][0-9]|[0-9])`)}get_ipv6_addr(){let e=`[0-9A-Fa-f]{1,4}`,t=`(?:(?:${e}:${e})|${this.get_ipv4_addr().source})`;return this.cache.src_ip6_addr??=RegExp(`(?:(?:${e}:){6}${t}|::(?:${e}:){5}${t}|(?:${e})?::(?:${e}:){4}${t}|(?:(?:${e}:){0,1}${e})?::(?:${e}:){3}${t}|(?:(?:${e}:){0,2}${e})?::(?:${e}:){2}${t}|(?:(?:${e}:){0,3}${e})?::${e}:${t}|(?:(?:${e}:){0,4}${e})?::${t}|(?:(?:${e}:){0,5}${e})?::${e}|(?:(?:${e}:){0,6}${e})?::)`)}get_ipv6_url_host(){return this.cache.src_ip6_host??=RegExp(`\\[${this.get_ipv6_addr().source}\\]`)}get_ipv6_mail_host(){return this.cache.src_ipv6_mail_host??=RegExp(`\\[IPv6:${this.get_ipv6_addr().source}\\]`)}get_auth(){return this.cache.src_auth??=RegExp(`(?:(?:(?!${this.src_ZCc}|[@/\\[\\]()]).){1,50}@)?`)}get_port(){return this.cache.src_port??=RegExp(`(?::(?:6(?:[0-4]\\d{3}|5(?:[0-4]\\d{2}|5(?:[0-2]\\d|3[0-5])))|[1-5]?\\d{1,4}))?`)}get_host_terminator(){return this.cache.src_host_terminator??=RegExp(`(?=$|${this.get_text_separators().source}|${this.src_ZPCc})(?!${this.opts[`---`]?`-(?!--)|`:`-|`}_|:\\d|\\.-|\\.(?!$|${this.src_ZPCc}))`)}get_path_terminator(){return this.cache.src_path_terminator??=RegExp(`${this.src_ZPCc}|${this.get_text_separators().source}`)}get_path(){return this.cache.src_path??=RegExp(`(?:[/?#](?:${this.nestedPairRE(`[`,`]`)}|${this.nestedPairRE(`(`,`)`)}|${this.nestedPairRE(`{`,`}`)}|\\"(?:(?!${this.src_ZCc}|["]).){1,100}\\"|\\'(?:(?!${this.src_ZCc}|[']).){1,100}\\'|\\'(?=${this.get_pseudo_letter().source}|[-])|\\.{2,20}[:]?[a-zA-Z0-9%/&]|\\.(?!${this.src_ZCc}|[.]|$)|`+(this.opts[`---`]?`\\-(?!--(?:[^-]|$))(?:-{0,19})|`:`\\-{1,20}|`)+`,(?!${this.src_ZCc}|$)|;(?!${this.src_ZCc}|$)|\\!{1,20}(?!${this.src_ZCc}|[!]|$)|\\?(?!${this.src_ZCc}|[?]|$)|`+this.get_path_extra().source+`[\\\\/:%@#&=_~*]|(?!${this.get_path_terminator().source}).){1,${this.opts.maxLength}}|\\/)?`)}get_mail_name(){return this.cache.src_mail_name??=RegExp("[-!#$%&'*+/=?^_`{|}~a-zA-Z0-9](?:[-!#$%&'*+/=?^_`{|}~a-zA-Z0-9]|[.](?=[-!#$%&'*+/=?^_`{|}~a-zA-Z0-9])){0,63}")}get_xn(){return this.cache.src_xn??=RegExp(`xn--[a-z0-9\\-]{1,59}`)}get_tld(){if(this.cache.tld)return this.cache.tld;let e=[...new Set(this.opts.tlds||[])].sort().reverse().join(`|`);return this.cache.tld=RegExp(`${e||`$#none#$`}|${this.get_xn().source}`),this.cache.tld}get_domain_root(){return this.cache.src_domain_root??=RegExp(`(?:`+this.get_xn().source+`|${this.get_pseudo_letter().source}{1,63})`)}get_domain(){return this.cache.src_domain??=RegExp(`(?:`+this.get_xn().source+`|(?:${this.get_pseudo_letter().source})|(?:${this.get_pseudo_letter().source}(?:-|${this.get_pseudo_letter().source}){0,61}${this.get_pseudo_letter().source}))`)}get_url_host_port(){return this.cache.url_host_port??=RegExp(`(?:`+this.get_ipv6_url_host().source+`|(?:(?:(?:${this.get_domain().source})\\.){0,10}${this.get_domain().source}))`+this.get_port().source+this.get_host_terminator().source)}get_fuzzy_url_host_port(){return this.cache.fuzzy_url_host_port??=RegExp(`(?:`+(this.opts.fuzzyIP?this.get_ipv4_addr().source+`|`:``)+`(?:(?:(?:${this.get_domain().source})\\.){1,10}(?:${this.get_tld().source})))`+this.get_host_terminator().source)}get_mail_host(){return this.cache.src_mail_host??=RegExp(`(?:`+this.get_ipv6_mail_host().source+`|(?:(?:(?:${this.get_domain().source})\\.){0,4}${this.get_domain().source}))`+this.get_host_terminator().source)}get_fuzzy_mail_host(){return this.cache.src_fuzzy_mail_host??=RegExp(`(?:`+this.get_ipv6_mail_host().source+`|(?:(?:(?:${this.get_domain().source})[.]){1,4}${this.get_domain_root().source}))`+this.get_host_terminator().source)}get_path_extra(){return this.cache.src_path_extra??=RegExp(``)}get_fuzzy_mail_host_search(){return this.cache.mail_fuzzy_host_search??=RegExp(`@${this.get_fuzzy_mail_host().source}`,`ig`)}get_fuzzy_link_search(){return this.cache.link_fuzzy_search??=RegExp(`(^|(?![.:/\\-_@])(?:[$+<=>^\`|\uff5c]|${this.src_ZPCc}))(?:(?![$+<=>^\`|\uff5c])${this.get_fuzzy_url_host_port().source}${this.get_path().source})`,`ig`)}get_http_validator(){return this.cache.http_validator??=RegExp(`\\/\\/`+(this.opts.urlAuth?this.get_auth().source:``)+this.get_url_host_port().source+this.get_path().source,`iy`)}get_relative_proto_validator(){return this.cache.relative_proto_validator??=RegExp((this.opts.urlAuth?this.get_auth().source:``)+`(?:localhost|${this.get_ipv6_url_host().source}|(?:(?:${this.get_domain().source})[.]){1,10}${this.get_domain_root().source})`+this.get_port().source+this.get_host_terminator().source+this.get_path().source,`iy`)}get_mail_name_validator(){return this.cache.mail_name_validator??=RegExp(`(?:^|${this.get_text_separators().source}|"|\\(|${this.src_ZCc})(${this.get_mail_name().source})$`)}get_mailto_validator(){return this.cache.mailto_validator??=RegExp(`${this.get_mail_name().source}@${this.get_mail_host().source}`,`iy`)}get_schema_names(){return this.cache.schema_names??=new RegExp((this.opts.schema_names||[]).map(e=>this.escapeRE(e)).join(`|`))}get_schema_search(){return this.cache.schema_search??=RegExp(`(^|(?!_)(?:[><\uff5c]|${this.src_ZPCc}))(${this.get_schema_names().source})`,`ig`)}get_schema_at_start(){return this.cache.schema_at_start??=RegExp(`^${this.get_schema_search().source}`,`i`)}},ai={validate:(e,t,n)=>{let r=n.re.get_http_validator();r.lastIndex=t;let i=r.exec(e);return i?i[0].length:0},normalize:(e,t)=>t.normalize(e)},oi={"http:":ai,"https:":ai,"ftp:":ai,"//":{validate:function(e,t,n){let r=n.re.get_relative_proto_validator();r.lastIndex=t;let i=r.exec(e);return i?t>=3&&e[t-3]===`:`||t>=3&&e[t-3]===`/`?0:i[0].length:0},normalize:(e,t)=>t.normalize(e)},"mailto:":{validate:function(e,t,n){let r=n.re.get_mailto_validator();r.lastIndex=t;let i=r.exec(e);return i?i[0].length:0},normalize:(e,t)=>t.normalize(e)}},si=`a:cdefgilmnoqrstuwxz|b:abdefghijmnorstvwyz|c:acdfghiklmnoruvwxyz|d:ejkmoz|e:cegrstu|f:ijkmor|g:abdefghilmnpqrstuwy|h:kmnrtu|i:delmnoqrst|j:emop|k:eghimnprwyz|l:abcikrstuvy|m:acdeghklmnopqrstuvwxyz|n:acefgilopruz|o:m|p:aefghklmnrstwy|q:a|r:eosuw|s:abcdeghijklmnortuvxyz|t:cdfghjklmnortvwz|u:agksyz|v:aceginu|w:fs|y:et|z:amw`,ci=`biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф`;function li(){let e=ci.split(`|`);return si.split(`|`).forEach(t=>{let n=t.indexOf(`:`),r=t.slice(0,n);for(let i of t.slice(n+1))e.push(r+i)}),e}var ui={fuzzyLink:!1,fuzzyEmail:!0,fuzzyIP:!1,"---":!1,tlds:li(),urlAuth:!1,maxLength:1e4},di=class{schema;index;lastIndex;raw;text;url;constructor(e,t,n,r){let i=e.slice(n,r);this.schema=t.toLowerCase(),this.index=n,this.lastIndex=r,this.raw=i,this.text=i,this.url=i}},fi=class{__opts__;__schemas__;re;constructor(e={}){let{rebuilder:t,...n}=e;this.__opts__={...ui,...n},this.__schemas__={...oi},this.re=t||new ii,this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)})}add(e,t=null){if(!t)delete this.__schemas__[e];else{let n={normalize:(e,t)=>t.normalize(e),...t};this.__schemas__[e]=n}return this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)}),this}set(e={}){return this.__opts__={...this.__opts__,...e},this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)}),this}test(e){if(!e.length)return!1;let t,n;for(n=this.re.get_schema_search(),n.lastIndex=0;(t=n.exec(e))!==null;)if(this.testSchemaAt(e,t[2],n.lastIndex))return!0;if(this.__opts__.fuzzyLink&&this.__schemas__[`http:`]&&(n=this.re.get_fuzzy_link_search(),n.lastIndex=0,n.exec(e)!==null))return!0;if(this.__opts__.fuzzyEmail&&this.__schemas__[`mailto:`]&&e.indexOf(`@`)>=0){let n=this.re.get_fuzzy_mail_host_search(),r=this.re.get_mail_name_validator();for(n.lastIndex=0;(t=n.exec(e))!==null;){let n=e.slice(Math.max(0,t.index-65),t.index);if(r.test(n))return!0}}return!1}testSchemaAt(e,t,n){return this.__schemas__[t.toLowerCase()]?this.__schemas__[t.toLowerCase()].validate(e.slice(0,n+this.__opts__.maxLength),n,this):0}match(e){let t=[],n=this.re.get_schema_search(),r,i,a,o,s,c,l=!1,u=!1,d=!1,f=0;if(!e.length)return null;for(n.lastIndex=0,this.__opts__.fuzzyLink&&this.__schemas__[`http:`]&&(r=this.re.get_fuzzy_link_search(),r.lastIndex=0),this.__opts__.fuzzyEmail&&this.__schemas__[`mailto:`]&&(i=this.re.get_fuzzy_mail_host_search(),i.lastIndex=0,a=this.re.get_mail_name_validator());;){let p=Math.max(f-1,0);if(i&&a&&!d&&(!s||s.index<f))for(i.lastIndex<p&&(i.lastIndex=p);;){let t=i.exec(e);if(!t){d=!0,s=void 0;break}let n=a.exec(e.slice(Math.max(0,t.index-65),t.index));if(n){if(s={schema:`mailto:`,index:t.index-n[1].length,lastIndex:t.index+t[0].length},s.index>=f)break;i.lastIndex<p&&(i.lastIndex=p)}}if(r&&!u&&(!o||o.index<f))for(r.lastIndex<p&&(r.lastIndex=p);;){let t=r.exec(e);if(!t){u=!0,o=void 0;break}if(o={schema:``,index:t.index+t[1].length,lastIndex:t.index+t[0].length},o.index>=f)break;r.lastIndex<p&&(r.lastIndex=p)}let m=s;(!m||o&&(o.index<m.index||o.index===m.index&&o.lastIndex>m.lastIndex))&&(m=o);let h;if(!l)for(;;){if(!c){n.lastIndex<p&&(n.lastIndex=p);let t=n.exec(e);if(!t){l=!0;break}c={schema:t[2],index:t.index+t[1].length,lastIndex:t.index+t[0].length}}if(c.index<f){c=void 0;continue}if(m&&c.index>m.index)break;let t=c;c=void 0;let r=this.testSchemaAt(e,t.schema,t.lastIndex);if(r){h={schema:t.schema,index:t.index,lastIndex:t.lastIndex+r};break}}let g=h;if((!g||s&&(s.index<g.index||s.index===g.index&&s.lastIndex>g.lastIndex))&&(g=s),(!g||o&&(o.index<g.index||o.index===g.index&&o.lastIndex>g.lastIndex))&&(g=o),!g)break;g===s?s=void 0:g===o&&(o=void 0);let _=new di(e,g.schema,g.index,g.lastIndex);_.schema?this.__schemas__[_.schema].normalize(_,this):this.normalize(_),t.push(_),f=g.lastIndex}return t.length?t:null}matchAtStart(e){if(!e.length)return null;let t=this.re.get_schema_at_start().exec(e);if(!t)return null;let n=this.testSchemaAt(e,t[2],t[0].length);if(!n)return null;let r=new di(e,t[2],t.index+t[1].length,t.index+t[0].length+n);return this.__schemas__[r.schema].normalize(r,this),r}tlds(e,t=!1){return e=Array.isArray(e)?e:[e],t?this.__opts__.tlds=this.__opts__.tlds.concat(e):this.__opts__.tlds=e,this.re.set({...this.__opts__,schema_names:Object.keys(this.__schemas__)}),this}normalize(e){e.schema||(e.url=`http://${e.url}`),e.schema===`mailto:`&&!/^mailto:/i.test(e.url)&&(e.url=`mailto:${e.url}`)}},pi=2147483647,W=36,mi=1,hi=26,gi=38,_i=700,vi=72,yi=128,bi=`-`,xi=/^xn--/,Si=/[^\0-\x7F]/,Ci=/[\x2E\u3002\uFF0E\uFF61]/g,wi={overflow:`Overflow: input needs wider integers to process`,"not-basic":`Illegal input >= 0x80 (not a basic code point)`,"invalid-input":`Invalid input`},Ti=35,G=Math.floor,Ei=String.fromCharCode;function K(e){throw RangeError(wi[e])}function Di(e,t){let n=[],r=e.length;for(;r--;)n[r]=t(e[r]);return n}function Oi(e,t){let n=e.split(`@`),r=``;n.length>1&&(r=n[0]+`@`,e=n[1]),e=e.replace(Ci,`.`);let i=Di(e.split(`.`),t).join(`.`);return r+i}function ki(e){let t=[],n=0,r=e.length;for(;n<r;){let i=e.charCodeAt(n++);if(i>=55296&&i<=56319&&n<r){let r=e.charCodeAt(n++);(r&64512)==56320?t.push(((i&1023)<<10)+(r&1023)+65536):(t.push(i),n--)}else t.push(i)}return t}var Ai=e=>String.fromCodePoint(...e),ji=function(e){return e>=48&&e<58?26+(e-48):e>=65&&e<91?e-65:e>=97&&e<123?e-97:W},Mi=function(e,t){return e+22+75*(e<26)-((t!=0)<<5)},Ni=function(e,t,n){let r=0;for(e=n?G(e/_i):e>>1,e+=G(e/t);e>455;r+=W)e=G(e/Ti);return G(r+36*e/(e+gi))},Pi=function(e){let t=[],n=e.length,r=0,i=yi,a=vi,o=e.lastIndexOf(bi);o<0&&(o=0);for(let n=0;n<o;++n)e.charCodeAt(n)>=128&&K(`not-basic`),t.push(e.charCodeAt(n));for(let s=o>0?o+1:0;s<n;){let o=r;for(let t=1,i=W;;i+=W){s>=n&&K(`invalid-input`);let o=ji(e.charCodeAt(s++));o>=W&&K(`invalid-input`),o>G((pi-r)/t)&&K(`overflow`),r+=o*t;let c=i<=a?mi:i>=a+hi?hi:i-a;if(o<c)break;let l=W-c;t>G(pi/l)&&K(`overflow`),t*=l}let c=t.length+1;a=Ni(r-o,c,o==0),G(r/c)>pi-i&&K(`overflow`),i+=G(r/c),r%=c,t.splice(r++,0,i)}return String.fromCodePoint(...t)},Fi=function(e){let t=[];e=ki(e);let n=e.length,r=yi,i=0,a=vi;for(let n of e)n<128&&t.push(Ei(n));let o=t.length,s=o;for(o&&t.push(bi);s<n;){let n=pi;for(let t of e)t>=r&&t<n&&(n=t);let c=s+1;n-r>G((pi-i)/c)&&K(`overflow`),i+=(n-r)*c,r=n;for(let n of e)if(n<r&&++i>pi&&K(`overflow`),n===r){let e=i;for(let n=W;;n+=W){let r=n<=a?mi:n>=a+hi?hi:n-a;if(e<r)break;let i=e-r,o=W-r;t.push(Ei(Mi(r+i%o,0))),e=G(i/o)}t.push(Ei(Mi(e,0))),a=Ni(i,c,s===o),i=0,++s}++i,++r}return t.join(``)},Ii={version:`2.3.1`,ucs2:{decode:ki,encode:Ai},decode:Pi,encode:Fi,toASCII:function(e){return Oi(e,function(e){return Si.test(e)?`xn--`+Fi(e):e})},toUnicode:function(e){return Oi(e,function(e){return xi.test(e)?Pi(e.slice(4).toLowerCase()):e})}},Li=Object.defineProperty,Ri=(e,t)=>{let n={};for(var r in e)Li(n,r,{get:e[r],enumerable:!0});return t||Li(n,Symbol.toStringTag,{value:`Module`}),n},zi=Ri({arrayReplaceAt:()=>Vi,asciiTrim:()=>la,callable:()=>Bi,escapeHtml:()=>ea,escapeRE:()=>na,fromCodePoint:()=>Ui,isMdAsciiPunct:()=>oa,isPunctChar:()=>ia,isPunctCharCode:()=>aa,isSpace:()=>q,isValidEntityCode:()=>Hi,isWhiteSpace:()=>ra,lib:()=>ua,normalizeReference:()=>sa,unescapeAll:()=>Yi,unescapeMd:()=>Ji});function Bi(e){let t=function(...n){return Reflect.construct(e,n,new.target&&new.target!==t?new.target:e)};return Object.defineProperty(t,"name",{value:e.name}),Object.setPrototypeOf(t,e),t.prototype=e.prototype,t}function Vi(e,t,n){return[].concat(e.slice(0,t),n,e.slice(t+1))}function Hi(e){return!(e>=55296&&e<=57343||e>=64976&&e<=65007||(e&65535)==65535||(e&65535)==65534||e>=0&&e<=8||e===11||e>=14&&e<=31||e>=127&&e<=159||e>1114111)}function Ui(e){if(e>65535){e-=65536;let t=55296+(e>>10),n=56320+(e&1023);return String.fromCharCode(t,n)}return String.fromCharCode(e)}var Wi=/\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g,Gi=RegExp(`${Wi.source}|&([a-z#][a-z0-9]{1,31});`,`gi`),Ki=/^#((?:x[a-f0-9]{1,8}|[0-9]{1,8}))$/i;function qi(e,t){if(t.charCodeAt(0)===35&&Ki.test(t)){let n=t[1].toLowerCase()===`x`?parseInt(t.slice(2),16):parseInt(t.slice(1),10);return Hi(n)?Ui(n):e}let n=ri(e);return n===e?e:n}function Ji(e){return e.indexOf(`\\`)<0?e:e.replace(Wi,`$1`)}function Yi(e){return e.indexOf(`\\`)<0&&e.indexOf(`&`)<0?e:e.replace(Gi,function(e,t,n){return t||qi(e,n)})}var Xi=/[&<>"]/,Zi=/[&<>"]/g,Qi={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`};function $i(e){return Qi[e]}function ea(e){return Xi.test(e)?e.replace(Zi,$i):e}var ta=/[.?*+^$[\]\\(){}|-]/g;function na(e){return e.replace(ta,`\\$&`)}function q(e){switch(e){case 9:case 32:return!0}return!1}function ra(e){if(e>=8192&&e<=8202)return!0;switch(e){case 9:case 10:case 11:case 12:case 13:case 32:case 160:case 5760:case 8239:case 8287:case 12288:return!0}return!1}function ia(e){return Mr.test(e)||Nr.test(e)}function aa(e){return ia(Ui(e))}function oa(e){switch(e){case 33:case 34:case 35:case 36:case 37:case 38:case 39:case 40:case 41:case 42:case 43:case 44:case 45:case 46:case 47:case 58:case 59:case 60:case 61:case 62:case 63:case 64:case 91:case 92:case 93:case 94:case 95:case 96:case 123:case 124:case 125:case 126:return!0;default:return!1}}function sa(e){return e=e.trim().replace(/\s+/g,` `),e.toLowerCase().toUpperCase()}function ca(e){return e===32||e===9||e===10||e===13}function la(e){let t=0;for(;t<e.length&&ca(e.charCodeAt(t));t++);let n=e.length-1;for(;n>=t&&ca(e.charCodeAt(n));n--);return e.slice(t,n+1)}var ua={mdurl:Dr,ucmicro:Or};function da(e,t,n){let r,i,a,o,s=e.posMax,c=e.pos;for(e.pos=t+1,r=1;e.pos<s;){if(a=e.src.charCodeAt(e.pos),a===93&&(r--,r===0)){i=!0;break}if(o=e.pos,e.md.inline.skipToken(e),a===91){if(o===e.pos-1)r++;else if(n)return e.pos=c,-1}}let l=-1;return i&&(l=e.pos),e.pos=c,l}function fa(e,t,n){let r,i=t,a={ok:!1,pos:0,str:``};if(e.charCodeAt(i)===60){for(i++;i<n;){if(r=e.charCodeAt(i),r===10||r===60)return a;if(r===62)return a.pos=i+1,a.str=Yi(e.slice(t+1,i)),a.ok=!0,a;r===92&&i+1<n?i+=2:i++}return a}let o=0;for(;i<n&&(r=e.charCodeAt(i),!(r===32||r<32||r===127));)if(r===92&&i+1<n){if(e.charCodeAt(i+1)===32){i++;continue}i+=2}else{if(r===40&&(o++,o>32))return a;if(r===41){if(o===0)break;o--}i++}return t===i||o!==0||(a.str=Yi(e.slice(t,i)),a.pos=i,a.ok=!0),a}function pa(e,t,n,r){let i,a=t,o={ok:!1,can_continue:!1,pos:0,str:``,marker:0};if(r)o.str=r.str,o.marker=r.marker;else{if(a>=n)return o;let r=e.charCodeAt(a);if(r!==34&&r!==39&&r!==40)return o;t++,a++,r===40&&(r=41),o.marker=r}for(;a<n;){if(i=e.charCodeAt(a),i===o.marker)return o.pos=a+1,o.str+=Yi(e.slice(t,a)),o.ok=!0,o;if(i===40&&o.marker===41)return o;i===92&&a+1<n&&a++,a++}return o.can_continue=!0,o.str+=Yi(e.slice(t,a)),o}var ma=Ri({parseLinkDestination:()=>fa,parseLinkLabel:()=>da,parseLinkTitle:()=>pa});function ha(e){"@babel/helpers - typeof";return ha=typeof Symbol==`function`&&typeof Symbol.iterator==`symbol`?function(e){return typeof e}:function(e){return e&&typeof Symbol==`function`&&e.constructor===Symbol&&e!==Symbol.prototype?`symbol`:typeof e},ha(e)}function ga(e,t){if(ha(e)!=`object`||!e)return e;var n=e[Symbol.toPrimitive];if(n!==void 0){var r=n.call(e,t||`default`);if(ha(r)!=`object`)return r;throw TypeError(`@@toPrimitive must return a primitive value.`)}return(t===`string`?String:Number)(e)}function _a(e){var t=ga(e,`string`);return ha(t)==`symbol`?t:t+``}function J(e,t,n){return(t=_a(t))in e?Object.defineProperty(e,t,{value:n,enumerable:!0,configurable:!0,writable:!0}):e[t]=n,e}var va=class{constructor(e,t,n){J(this,`map`,null),J(this,`level`,0),J(this,`children`,null),J(this,`content`,``),J(this,`markup`,``),J(this,`info`,``),J(this,`block`,!1),J(this,`hidden`,!1),this.type=e,this.tag=t,this.attrs=null,this.nesting=n,this.meta=null}attrIndex(e){if(!this.attrs)return-1;let t=this.attrs;for(let n=0,r=t.length;n<r;n++)if(t[n][0]===e)return n;return-1}attrPush(e){this.attrs?this.attrs.push(e):this.attrs=[e]}attrSet(e,t){let n=this.attrIndex(e),r=[e,t];n<0?this.attrPush(r):this.attrs[n]=r}attrGet(e){let t=this.attrIndex(e),n=null;return t>=0&&(n=this.attrs[t][1]),n}attrJoin(e,t){let n=this.attrIndex(e);n<0?this.attrPush([e,t]):this.attrs[n][1]=`${this.attrs[n][1]} ${t}`}},ya=class{constructor(){J(this,`__rules__`,[]),J(this,`__cache__`,null)}__find__(e){for(let t=0;t<this.__rules__.length;t++)if(this.__rules__[t].name===e)return t;return-1}__compile__(){let e=new Set;this.__rules__.forEach(t=>{t.enabled&&t.alt.forEach(t=>{t&&e.add(t)})}),this.__cache__=Object.create(null),this.__cache__[``]=[],this.__rules__.forEach(e=>{e.enabled&&this.__cache__[``].push(e.fn)}),e.forEach(e=>{this.__cache__[e]=[],this.__rules__.forEach(t=>{t.enabled&&t.alt.indexOf(e)>=0&&this.__cache__[e].push(t.fn)})})}at(e,t,n={}){let r=this.__find__(e);if(r===-1)throw Error(`Parser rule not found: ${e}`);this.__rules__[r].fn=t,this.__rules__[r].alt=n.alt||[],this.__cache__=null}before(e,t,n,r={}){let i=this.__find__(e);if(i===-1)throw Error(`Parser rule not found: ${e}`);this.__rules__.splice(i,0,{name:t,enabled:!0,fn:n,alt:r.alt||[]}),this.__cache__=null}after(e,t,n,r={}){let i=this.__find__(e);if(i===-1)throw Error(`Parser rule not found: ${e}`);this.__rules__.splice(i+1,0,{name:t,enabled:!0,fn:n,alt:r.alt||[]}),this.__cache__=null}push(e,t,n={}){this.__rules__.push({name:e,enabled:!0,fn:t,alt:n.alt||[]}),this.__cache__=null}enable(e,t=!1){Array.isArray(e)||(e=[e]);let n=[];return e.forEach(e=>{let r=this.__find__(e);if(r<0){if(t)return;throw Error(`Rules manager: invalid rule name ${e}`)}this.__rules__[r].enabled=!0,n.push(e)}),this.__cache__=null,n}enableOnly(e,t=!1){Array.isArray(e)||(e=[e]),this.__rules__.forEach(e=>{e.enabled=!1}),this.enable(e,t)}disable(e,t=!1){Array.isArray(e)||(e=[e]);let n=[];return e.forEach(e=>{let r=this.__find__(e);if(r<0){if(t)return;throw Error(`Rules manager: invalid rule name ${e}`)}this.__rules__[r].enabled=!1,n.push(e)}),this.__cache__=null,n}getRules(e){return this.__cache__||this.__compile__(),this.__cache__[e]||[]}},Y={};Y.code_inline=function(e,t,n,r,i){let a=e[t];return`<code${i.renderAttrs(a)}>${ea(a.content)}</code>`},Y.code_block=function(e,t,n,r,i){let a=e[t];return`<pre${i.renderAttrs(a)}><code>${ea(e[t].content)}</code></pre>\n`},Y.fence=function(e,t,n,r,i){let a=e[t],o=a.info?Yi(a.info).trim():``,s=``,c=``;if(o){let e=o.split(/(\s+)/g);s=e[0],c=e.slice(2).join(``)}let l;if(l=n.highlight&&n.highlight(a.content,s,c)||ea(a.content),l.indexOf(`<pre`)===0)return l+`
`;if(o){let e=a.attrIndex(`class`),t=a.attrs?a.attrs.slice():[];e<0?t.push([`class`,`${n.langPrefix}${s}`]):(t[e]=[t[e][0],t[e][1]],t[e][1]+=` ${n.langPrefix}${s}`);let r={attrs:t};return`<pre><code${i.renderAttrs(r)}>${l}</code></pre>\n`}return`<pre><code${i.renderAttrs(a)}>${l}</code></pre>\n`},Y.image=function(e,t,n,r,i){let a=e[t];return a.attrs[a.attrIndex(`alt`)][1]=i.renderInlineAsText(a.children,n,r),i.renderToken(e,t,n)},Y.hardbreak=function(e,t,n){return n.xhtmlOut?`<br />
`:`<br>
`},Y.softbreak=function(e,t,n){return n.breaks?n.xhtmlOut?`<br />
`:`<br>
`:`
`},Y.text=function(e,t){return ea(e[t].content)},Y.html_block=function(e,t){return e[t].content},Y.html_inline=function(e,t){return e[t].content};var ba=class{constructor(){J(this,`rules`,Object.assign({},Y))}renderAttrs(e){let t,n,r;if(!e.attrs)return``;for(r=``,t=0,n=e.attrs.length;t<n;t++)r+=` ${ea(e.attrs[t][0])}="${ea(String(e.attrs[t][1]))}"`;return r}renderToken(e,t,n){let r=e[t],i=``;if(r.hidden)return``;let a=t-1;for(;a>=0&&e[a].hidden&&e[a].nesting===0;)a--;r.block&&r.nesting!==-1&&a>=0&&e[a].hidden&&e[a].nesting===-1&&(i+=`
`),i+=(r.nesting===-1?`</`:`<`)+r.tag,i+=this.renderAttrs(r),r.nesting===0&&n.xhtmlOut&&(i+=` /`);let o=!1;if(r.block&&(o=!0,r.nesting===1)){let n=t+1;for(;n<e.length&&e[n].hidden&&e[n].nesting===0;)n++;if(n<e.length){let t=e[n];(t.type===`inline`||t.hidden||t.nesting===-1&&t.tag===r.tag)&&(o=!1)}}return i+=o?`>
`:`>`,i}renderInline(e,t,n){let r=``,i=this.rules;for(let a=0,o=e.length;a<o;a++){let o=e[a].type;i[o]===void 0?r+=this.renderToken(e,a,t):r+=i[o](e,a,t,n,this)}return r}renderInlineAsText(e,t,n){let r=``;for(let i=0,a=e.length;i<a;i++)switch(e[i].type){case`text`:case`code_inline`:r+=e[i].content;break;case`image`:r+=this.renderInlineAsText(e[i].children,t,n);break;case`html_inline`:case`html_block`:r+=e[i].content;break;case`softbreak`:case`hardbreak`:r+=`
`}return r}render(e,t,n){let r=``,i=this.rules;for(let a=0,o=e.length;a<o;a++){let o=e[a].type;o===`inline`?r+=this.renderInline(e[a].children,t,n):i[o]===void 0?r+=this.renderToken(e,a,t):r+=i[o](e,a,t,n,this)}return r}},xa=class{constructor(e,t,n){J(this,`tokens`,[]),J(this,`inlineMode`,!1),J(this,`Token`,va),this.src=e,this.env=n,this.md=t}},Sa=/\r\n?/g,Ca=/\0/g;function wa(e){let t;t=e.src.replace(Sa,`
`),t=t.replace(Ca,`�`),e.src=t}function Ta(e){let t;e.inlineMode?(t=new e.Token(`inline`,``,0),t.content=e.src,t.map=[0,1],t.children=[],e.tokens.push(t)):e.md.block.parse(e.src,e.md,e.env,e.tokens)}function Ea(e){let t=e.tokens,n=0;for(let e=0;e<t.length;e++)t[e].type!==`reference_definition`&&(e!==n&&(t[n]=t[e]),n++);t.length!==n&&(t.length=n)}function Da(e){let t=e.tokens;for(let n=0,r=t.length;n<r;n++){let r=t[n];r.type===`inline`&&e.md.inline.parse(r.content,e.md,e.env,r.children)}}function Oa(e){return/^<a[>\s]/i.test(e)}function ka(e){return/^<\/a\s*>/i.test(e)}function Aa(e){let t=e.tokens;if(e.md.options.linkify)for(let n=0,r=t.length;n<r;n++){if(t[n].type!==`inline`||!e.md.linkify.test(t[n].content))continue;let r=t[n].children,i=[],a=0;for(let t=r.length-1;t>=0;t--){let n=r[t];if(n.type===`link_close`)for(t--;r[t].level!==n.level&&r[t].type!==`link_open`;)t--;else if(n.type===`html_inline`&&(Oa(n.content)&&a>0&&a--,ka(n.content)&&a++),!(a>0)&&n.type===`text`&&e.md.linkify.test(n.content)){let a=n.content,o=e.md.linkify.match(a),s=[],c=n.level,l=0;o.length>0&&o[0].index===0&&t>0&&r[t-1].type===`text_special`&&(o=o.slice(1));for(let t=0;t<o.length;t++){let n=o[t].url,r=e.md.normalizeLink(n);if(!e.md.validateLink(r))continue;let i=o[t].text;i=o[t].schema?o[t].schema===`mailto:`&&!/^mailto:/i.test(i)?e.md.normalizeLinkText(`mailto:${i}`).replace(/^mailto:/,``):e.md.normalizeLinkText(i):e.md.normalizeLinkText(`http://${i}`).replace(/^http:\/\//,``);let u=o[t].index;if(u>l){let t=new e.Token(`text`,``,0);t.content=a.slice(l,u),t.level=c,s.push(t)}let d=new e.Token(`link_open`,`a`,1);d.attrs=[[`href`,r]],d.level=c++,d.markup=`linkify`,d.info=`auto`,s.push(d);let f=new e.Token(`text`,``,0);f.content=i,f.level=c,s.push(f);let p=new e.Token(`link_close`,`a`,-1);p.level=--c,p.markup=`linkify`,p.info=`auto`,s.push(p),l=o[t].lastIndex}if(l<a.length){let t=new e.Token(`text`,``,0);t.content=a.slice(l),t.level=c,s.push(t)}i.push({index:t,nodes:s})}}if(i.length>0){let e=r.length;for(let t of i)e+=t.nodes.length-1;let a=Array(e),o=0,s=0;i.reverse();for(let e=0;e<r.length;e++){let t=i[o];if(t?.index===e){for(let e of t.nodes)a[s++]=e;o++}else a[s++]=r[e]}t[n].children=a}}}var ja=/\+-|\.\.|\?\?\?\?|!!!!|,,|--/,Ma=/\((c|tm|r)\)/i,Na=/\((c|tm|r)\)/gi,Pa={c:`©`,r:`®`,tm:`™`};function Fa(e,t){return Pa[t.toLowerCase()]}function Ia(e){let t=0;for(let n=e.length-1;n>=0;n--){let r=e[n];r.type===`text`&&!t&&(r.content=r.content.replace(Na,Fa)),r.type===`link_open`&&r.info===`auto`&&t--,r.type===`link_close`&&r.info===`auto`&&t++}}function La(e){let t=0;for(let n=e.length-1;n>=0;n--){let r=e[n];r.type===`text`&&!t&&ja.test(r.content)&&(r.content=r.content.replace(/\+-/g,`±`).replace(/\.{2,}/g,`…`).replace(/([?!])…/g,`$1..`).replace(/([?!]){4,}/g,`$1$1$1`).replace(/,{2,}/g,`,`).replace(/(^|[^-])---(?=[^-]|$)/gm,`$1—`).replace(/(^|\s)--(?=\s|$)/gm,`$1–`).replace(/(^|[^-\s])--(?=[^-\s]|$)/gm,`$1–`)),r.type===`link_open`&&r.info===`auto`&&t--,r.type===`link_close`&&r.info===`auto`&&t++}}function Ra(e){let t;if(e.md.options.typographer)for(t=e.tokens.length-1;t>=0;t--)e.tokens[t].type===`inline`&&(Ma.test(e.tokens[t].content)&&Ia(e.tokens[t].children),ja.test(e.tokens[t].content)&&La(e.tokens[t].children))}var za=/['"]/,Ba=/['"]/g,Va=`’`,Ha=1e3;function Ua(e,t,n){for(;e.length>n;){let n=e.pop();n.isSingleQuote?t.single=n.prevSameQuoteIdx:t.double=n.prevSameQuoteIdx}}function Wa(e,t,n,r){e[t]||(e[t]=[]),e[t].push({pos:n,ch:r})}function Ga(e,t){let n=``,r=0;t.sort((e,t)=>e.pos-t.pos);for(let i=0;i<t.length;i++){let a=t[i];n+=e.slice(r,a.pos)+a.ch,r=a.pos+1}return n+e.slice(r)}function Ka(e,t){let n,r=[],i={single:-1,double:-1},a={};for(let o=0;o<e.length;o++){let s=e[o],c=e[o].level;for(n=r.length-1;n>=0&&!(r[n].level<=c);n--);if(Ua(r,i,n+1),s.type!==`text`)continue;let l=s.content,u=0,d=l.length;OUTER:for(;u<d;){Ba.lastIndex=u;let s=Ba.exec(l);if(!s)break;let f=!0,p=!0;u=s.index+1;let m=s[0]===`'`,h=32;if(s.index-1>=0)h=l.charCodeAt(s.index-1);else for(n=o-1;n>=0&&e[n].type!==`softbreak`&&e[n].type!==`hardbreak`;n--)if(e[n].content){h=e[n].content.charCodeAt(e[n].content.length-1);break}let g=32;if(u<d)g=l.charCodeAt(u);else for(n=o+1;n<e.length&&e[n].type!==`softbreak`&&e[n].type!==`hardbreak`;n++)if(e[n].content){g=e[n].content.charCodeAt(0);break}let _=oa(h)||aa(h),v=oa(g)||aa(g),y=ra(h),b=ra(g);if(b?f=!1:v&&(y||_||(f=!1)),y?p=!1:_&&(b||v||(p=!1)),g===34&&s[0]===`"`&&h>=48&&h<=57&&(p=f=!1),f&&p&&(f=_,p=v),!f&&!p)m&&Wa(a,o,s.index,Va);else{if(p&&(n=m?i.single:i.double,n>=0&&r[n].level===c)){let e=r[n],c,l;m?(c=t.md.options.quotes[2],l=t.md.options.quotes[3]):(c=t.md.options.quotes[0],l=t.md.options.quotes[1]),Wa(a,o,s.index,l),Wa(a,e.tokenIdx,e.contentPos,c),Ua(r,i,n);continue OUTER}if(f){if(r.length>=Ha)return;r.push({tokenIdx:o,contentPos:s.index,isSingleQuote:m,level:c,prevSameQuoteIdx:m?i.single:i.double}),m?i.single=r.length-1:i.double=r.length-1}else p&&m&&Wa(a,o,s.index,Va)}}}Object.keys(a).forEach(function(t){let n=Number(t);e[n].content=Ga(e[n].content,a[t])})}function qa(e){if(e.md.options.typographer)for(let t=e.tokens.length-1;t>=0;t--)e.tokens[t].type===`inline`&&za.test(e.tokens[t].content)&&Ka(e.tokens[t].children,e)}function Ja(e){let t,n,r=e.length;for(t=0;t<r;t++)e[t].type===`text_special`&&(e[t].type=`text`);for(t=n=0;t<r;t++)e[t].type===`text`&&t+1<r&&e[t+1].type===`text`?e[t+1].content=e[t].content+e[t+1].content:(t!==n&&(e[n]=e[t]),n++);t!==n&&(e.length=n)}function Ya(e){let t,n,r=e.tokens,i=r.length;for(let e=0;e<i;e++){if(r[e].type!==`inline`)continue;let i=r[e].children,a=i.length;for(t=0;t<a;t++)i[t].type===`text_special`&&(i[t].type=`text`),i[t].children&&Ja(i[t].children);for(t=n=0;t<a;t++)i[t].type===`text`&&t+1<a&&i[t+1].type===`text`?i[t+1].content=i[t].content+i[t+1].content:(t!==n&&(i[n]=i[t]),n++);t!==n&&(i.length=n)}}var Xa=[[`normalize`,wa],[`block`,Ta],[`strip_references`,Ea],[`inline`,Da],[`linkify`,Aa],[`replacements`,Ra],[`smartquotes`,qa],[`text_join`,Ya]],Za=class{constructor(){J(this,`ruler`,new ya),J(this,`State`,xa);for(let e=0;e<Xa.length;e++)this.ruler.push(Xa[e][0],Xa[e][1])}process(e){let t=this.ruler.getRules(``);for(let n=0,r=t.length;n<r;n++)t[n](e)}},Qa=class{constructor(e,t,n,r){J(this,`bMarks`,[]),J(this,`eMarks`,[]),J(this,`tShift`,[]),J(this,`sCount`,[]),J(this,`bsCount`,[]),J(this,`blkIndent`,0),J(this,`line`,0),J(this,`lineMax`,0),J(this,`tight`,!1),J(this,`listIndent`,-1),J(this,`parentType`,`root`),J(this,`level`,0),J(this,`Token`,va),this.src=e,this.md=t,this.env=n,this.tokens=r;let i=this.src;for(let e=0,t=0,n=0,r=0,a=i.length,o=!1;t<a;t++){let s=i.charCodeAt(t);if(!o){if(q(s)){n++,s===9?r+=4-r%4:r++;continue}o=!0}(s===10||t===a-1)&&(s!==10&&t++,this.bMarks.push(e),this.eMarks.push(t),this.tShift.push(n),this.sCount.push(r),this.bsCount.push(0),o=!1,n=0,r=0,e=t+1)}this.bMarks.push(i.length),this.eMarks.push(i.length),this.tShift.push(0),this.sCount.push(0),this.bsCount.push(0),this.lineMax=this.bMarks.length-1}push(e,t,n){let r=new va(e,t,n);return r.block=!0,n<0&&this.level--,r.level=this.level,n>0&&this.level++,this.tokens.push(r),r}isEmpty(e){return this.bMarks[e]+this.tShift[e]>=this.eMarks[e]}skipEmptyLines(e){for(let t=this.lineMax;e<t&&!(this.bMarks[e]+this.tShift[e]<this.eMarks[e]);e++);return e}skipSpaces(e){for(let t=this.src.length;e<t&&q(this.src.charCodeAt(e));e++);return e}skipSpacesBack(e,t){if(e<=t)return e;for(;e>t;)if(!q(this.src.charCodeAt(--e)))return e+1;return e}skipChars(e,t){for(let n=this.src.length;e<n&&this.src.charCodeAt(e)===t;e++);return e}skipCharsBack(e,t,n){if(e<=n)return e;for(;e>n;)if(t!==this.src.charCodeAt(--e))return e+1;return e}getLines(e,t,n,r){if(e>=t)return``;let i=Array(t-e);for(let a=0,o=e;o<t;o++,a++){let e=0,s=this.bMarks[o],c=s,l;for(l=o+1<t||r?this.eMarks[o]+1:this.eMarks[o];c<l&&e<n;){let t=this.src.charCodeAt(c);if(q(t))t===9?e+=4-(e+this.bsCount[o])%4:e++;else if(c-s<this.tShift[o])e++;else break;c++}e>n?i[a]=Array(e-n+1).join(` `)+this.src.slice(c,l):i[a]=this.src.slice(c,l)}return i.join(``)}},$a=65536;function eo(e,t){let n=e.bMarks[t]+e.tShift[t],r=e.eMarks[t];return e.src.slice(n,r)}function to(e){let t=[],n=e.length,r=0,i=e.charCodeAt(r),a=!1,o=0,s=``;for(;r<n;)i===124&&(a?(s+=e.substring(o,r-1),o=r):(t.push(s+e.substring(o,r)),s=``,o=r+1)),a=i===92,r++,i=e.charCodeAt(r);return t.push(s+e.substring(o)),t}function no(e,t,n,r){if(t+2>n)return!1;let i=t+1;if(e.sCount[i]<e.blkIndent||e.sCount[i]-e.blkIndent>=4)return!1;let a=e.bMarks[i]+e.tShift[i];if(a>=e.eMarks[i])return!1;let o=e.src.charCodeAt(a++);if(o!==124&&o!==45&&o!==58||a>=e.eMarks[i])return!1;let s=e.src.charCodeAt(a++);if(s!==124&&s!==45&&s!==58&&!q(s)||o===45&&q(s))return!1;for(;a<e.eMarks[i];){let t=e.src.charCodeAt(a);if(t!==124&&t!==45&&t!==58&&!q(t))return!1;a++}let c=eo(e,t+1),l=c.split(`|`),u=[];for(let e=0;e<l.length;e++){let t=l[e].trim();if(!t){if(e===0||e===l.length-1)continue;return!1}if(!/^:?-+:?$/.test(t))return!1;t.charCodeAt(t.length-1)===58?u.push(t.charCodeAt(0)===58?`center`:`right`):t.charCodeAt(0)===58?u.push(`left`):u.push(``)}if(c=eo(e,t).trim(),c.indexOf(`|`)===-1||e.sCount[t]-e.blkIndent>=4)return!1;l=to(c),l.length&&l[0]===``&&l.shift(),l.length&&l[l.length-1]===``&&l.pop();let d=l.length;if(d===0||d!==u.length)return!1;if(r)return!0;let f=e.parentType;e.parentType=`table`;let p=e.md.block.ruler.getRules(`blockquote`),m=e.push(`table_open`,`table`,1),h=[t,0];m.map=h;let g=e.push(`thead_open`,`thead`,1);g.map=[t,t+1];let _=e.push(`tr_open`,`tr`,1);_.map=[t,t+1];for(let t=0;t<l.length;t++){let n=e.push(`th_open`,`th`,1);u[t]&&(n.attrs=[[`style`,`text-align:${u[t]}`]]);let r=e.push(`inline`,``,0);r.content=l[t].trim(),r.children=[],e.push(`th_close`,`th`,-1)}e.push(`tr_close`,`tr`,-1),e.push(`thead_close`,`thead`,-1);let v,y=0;for(i=t+2;i<n&&!(e.sCount[i]<e.blkIndent);i++){let r=!1;for(let t=0,a=p.length;t<a;t++)if(p[t](e,i,n,!0)){r=!0;break}if(r||(c=eo(e,i).trim(),!c)||e.sCount[i]-e.blkIndent>=4||(l=to(c),l.length&&l[0]===``&&l.shift(),l.length&&l[l.length-1]===``&&l.pop(),y+=d-l.length,y>$a))break;if(i===t+2){let n=e.push(`tbody_open`,`tbody`,1);n.map=v=[t+2,0]}let a=e.push(`tr_open`,`tr`,1);a.map=[i,i+1];for(let t=0;t<d;t++){let n=e.push(`td_open`,`td`,1);u[t]&&(n.attrs=[[`style`,`text-align:${u[t]}`]]);let r=e.push(`inline`,``,0);r.content=l[t]?l[t].trim():``,r.children=[],e.push(`td_close`,`td`,-1)}e.push(`tr_close`,`tr`,-1)}return v&&(e.push(`tbody_close`,`tbody`,-1),v[1]=i),e.push(`table_close`,`table`,-1),h[1]=i,e.parentType=f,e.line=i,!0}function ro(e,t,n){if(e.sCount[t]-e.blkIndent<4)return!1;let r=t+1,i=r;for(;r<n;)if(e.isEmpty(r))r++;else if(e.sCount[r]-e.blkIndent>=4)r++,i=r;else break;e.line=i;let a=e.push(`code_block`,`code`,0);return a.content=e.getLines(t,i,4+e.blkIndent,!1)+`
`,a.map=[t,e.line],!0}function io(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4||i+3>a)return!1;let o=e.src.charCodeAt(i);if(o!==126&&o!==96)return!1;let s=i;i=e.skipChars(i,o);let c=i-s;if(c<3)return!1;let l=e.src.slice(s,i),u=e.src.slice(i,a);if(o===96&&u.indexOf(String.fromCharCode(o))>=0)return!1;if(r)return!0;let d=t,f=!1;for(;d++,!(d>=n||(i=s=e.bMarks[d]+e.tShift[d],a=e.eMarks[d],i<a&&e.sCount[d]<e.blkIndent));)if(e.src.charCodeAt(i)===o&&!(e.sCount[d]-e.blkIndent>=4)&&(i=e.skipChars(i,o),!(i-s<c)&&(i=e.skipSpaces(i),!(i<a)))){f=!0;break}c=e.sCount[t],e.line=d+ +!!f;let p=e.push(`fence`,`code`,0);return p.info=u,p.content=e.getLines(t+1,d,c,!0),p.markup=l,p.map=[t,e.line],!0}function ao(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t],o=e.lineMax;if(e.sCount[t]-e.blkIndent>=4||e.src.charCodeAt(i)!==62)return!1;if(r)return!0;let s=[],c=[],l=[],u=[],d=e.md.block.ruler.getRules(`blockquote`),f=e.parentType;e.parentType=`blockquote`;let p=!1,m;for(m=t;m<n;m++){let t=e.sCount[m]<e.blkIndent;if(i=e.bMarks[m]+e.tShift[m],a=e.eMarks[m],i>=a)break;if(e.src.charCodeAt(i++)===62&&!t){let t=e.sCount[m]+1,n,r;e.src.charCodeAt(i)===32?(i++,t++,r=!1,n=!0):e.src.charCodeAt(i)===9?(n=!0,(e.bsCount[m]+t)%4==3?(i++,t++,r=!1):r=!0):n=!1;let o=t;for(s.push(e.bMarks[m]),e.bMarks[m]=i;i<a;){let t=e.src.charCodeAt(i);if(q(t))t===9?o+=4-(o+e.bsCount[m]+ +!!r)%4:o++;else break;i++}p=i>=a,c.push(e.bsCount[m]),e.bsCount[m]=e.sCount[m]+1+ +!!n,l.push(e.sCount[m]),e.sCount[m]=o-t,u.push(e.tShift[m]),e.tShift[m]=i-e.bMarks[m];continue}if(p)break;let r=!1;for(let t=0,i=d.length;t<i;t++)if(d[t](e,m,n,!0)){r=!0;break}if(r){e.lineMax=m,e.blkIndent!==0&&(s.push(e.bMarks[m]),c.push(e.bsCount[m]),u.push(e.tShift[m]),l.push(e.sCount[m]),e.sCount[m]-=e.blkIndent);break}s.push(e.bMarks[m]),c.push(e.bsCount[m]),u.push(e.tShift[m]),l.push(e.sCount[m]),e.sCount[m]=-1}let h=e.blkIndent;e.blkIndent=0;let g=e.push(`blockquote_open`,`blockquote`,1);g.markup=`>`;let _=[t,0];g.map=_,e.md.block.tokenize(e,t,m);let v=e.push(`blockquote_close`,`blockquote`,-1);v.markup=`>`,e.lineMax=o,e.parentType=f,_[1]=e.line;for(let n=0;n<u.length;n++)e.bMarks[n+t]=s[n],e.tShift[n+t]=u[n],e.sCount[n+t]=l[n],e.bsCount[n+t]=c[n];return e.blkIndent=h,!0}function oo(e,t,n,r){let i=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4)return!1;let a=e.bMarks[t]+e.tShift[t],o=e.src.charCodeAt(a++);if(o!==42&&o!==45&&o!==95)return!1;let s=1;for(;a<i;){let t=e.src.charCodeAt(a++);if(t!==o&&!q(t))return!1;t===o&&s++}if(s<3)return!1;if(r)return!0;e.line=t+1;let c=e.push(`hr`,`hr`,0);return c.map=[t,e.line],c.markup=Array(s+1).join(String.fromCharCode(o)),!0}function so(e,t){let n=e.eMarks[t],r=e.bMarks[t]+e.tShift[t],i=e.src.charCodeAt(r++);return i!==42&&i!==45&&i!==43||r<n&&!q(e.src.charCodeAt(r))?-1:r}function co(e,t){let n=e.bMarks[t]+e.tShift[t],r=e.eMarks[t],i=n;if(i+1>=r)return-1;let a=e.src.charCodeAt(i++);if(a<48||a>57)return-1;for(;;){if(i>=r)return-1;if(a=e.src.charCodeAt(i++),a>=48&&a<=57){if(i-n>=10)return-1}else{if(a===41||a===46)break;return-1}}return i<r&&(a=e.src.charCodeAt(i),!q(a))?-1:i}function lo(e,t){let n=e.level+2;for(let r=t+2,i=e.tokens.length-2;r<i;r++)e.tokens[r].level===n&&e.tokens[r].type===`paragraph_open`&&(e.tokens[r+2].hidden=!0,e.tokens[r].hidden=!0,r+=2)}function uo(e,t,n,r){let i,a,o,s,c=t,l=!0;if(e.sCount[c]-e.blkIndent>=4||e.listIndent>=0&&e.sCount[c]-e.listIndent>=4&&e.sCount[c]<e.blkIndent)return!1;let u=!1;r&&e.parentType===`paragraph`&&e.sCount[c]>=e.blkIndent&&(u=!0);let d,f,p;if((p=co(e,c))>=0){if(d=!0,o=e.bMarks[c]+e.tShift[c],f=Number(e.src.slice(o,p-1)),u&&f!==1)return!1}else if((p=so(e,c))>=0)d=!1;else return!1;if(u&&e.skipSpaces(p)>=e.eMarks[c])return!1;if(r)return!0;let m=e.src.charCodeAt(p-1),h=e.tokens.length;d?(s=e.push(`ordered_list_open`,`ol`,1),f!==1&&(s.attrs=[[`start`,f]])):s=e.push(`bullet_list_open`,`ul`,1);let g=[c,0];s.map=g,s.markup=String.fromCharCode(m);let _=!1,v=e.md.block.ruler.getRules(`list`),y=e.parentType;for(e.parentType=`list`;c<n;){a=p,i=e.eMarks[c];let t=e.sCount[c]+p-(e.bMarks[c]+e.tShift[c]),r=t;for(;a<i;){let t=e.src.charCodeAt(a);if(t===9)r+=4-(r+e.bsCount[c])%4;else if(t===32)r++;else break;a++}let u=a,f;f=u>=i?1:r-t,f>4&&(f=1);let h=t+f;s=e.push(`list_item_open`,`li`,1),s.markup=String.fromCharCode(m);let g=[c,0];s.map=g,d&&(s.info=e.src.slice(o,p-1));let y=e.tight,b=e.tShift[c],ee=e.sCount[c],te=e.listIndent;if(e.listIndent=e.blkIndent,e.blkIndent=h,e.tight=!0,e.tShift[c]=u-e.bMarks[c],e.sCount[c]=r,u>=i&&e.isEmpty(c+1)?e.line=Math.min(e.line+2,n):e.md.block.tokenize(e,c,n),(!e.tight||_)&&(l=!1),_=e.line-c>1&&e.isEmpty(e.line-1),e.blkIndent=e.listIndent,e.listIndent=te,e.tShift[c]=b,e.sCount[c]=ee,e.tight=y,s=e.push(`list_item_close`,`li`,-1),s.markup=String.fromCharCode(m),c=e.line,g[1]=c,c>=n||e.sCount[c]<e.blkIndent||e.sCount[c]-e.blkIndent>=4)break;let ne=!1;for(let t=0,r=v.length;t<r;t++)if(v[t](e,c,n,!0)){ne=!0;break}if(ne)break;if(d){if(p=co(e,c),p<0)break;o=e.bMarks[c]+e.tShift[c]}else if(p=so(e,c),p<0)break;if(m!==e.src.charCodeAt(p-1))break}return s=d?e.push(`ordered_list_close`,`ol`,-1):e.push(`bullet_list_close`,`ul`,-1),s.markup=String.fromCharCode(m),g[1]=c,e.line=c,e.parentType=y,l&&lo(e,h),!0}var fo=999;function po(e){let t=e.length;for(let n=0;n<e.length-1;n++){let r=e.charCodeAt(n);if(r<55296||r>56319)continue;let i=e.charCodeAt(n+1);i>=56320&&i<=57343&&(t--,n++)}return t}function mo(e,t){return Math.min(e.eMarks[t]+1,e.src.length)}function ho(e,t){let n=e.lineMax;if(t>=n||e.isEmpty(t))return-1;let r=!1;if(e.sCount[t]-e.blkIndent>3&&(r=!0),e.sCount[t]<0&&(r=!0),!r){let r=e.md.block.ruler.getRules(`reference`),i=e.parentType;e.parentType=`reference`;let a=!1;for(let i=0,o=r.length;i<o;i++)if(r[i](e,t,n,!0)){a=!0;break}if(e.parentType=i,a)return-1}return e.bMarks[t]+e.tShift[t]}function go(e,t,n,r){let i=e.src,a=e.bMarks[t]+e.tShift[t],o=t+1;if(e.sCount[t]-e.blkIndent>=4||i.charCodeAt(a)!==91)return!1;let s=mo(e,t),c=``,l=-1,u=++a;for(;a<s;){if(c.length+a-u>fo*2)return!1;let t=i.charCodeAt(a);if(t===91)return!1;if(t===93){l=a;break}if(t===92&&(t=i.charCodeAt(++a)),t===10&&a<s){let t=ho(e,o);if(t<0)return!1;c+=i.slice(u,s),a=u=t,s=mo(e,o++)}else a++}if(l<0||i.charCodeAt(l+1)!==58||(c+=i.slice(u,l),c.length>fo&&po(c)>fo))return!1;for(a=l+2;a<s;){let t=i.charCodeAt(a);if(t===10){let t=ho(e,o);if(t<0)break;a=t,s=mo(e,o++)}else if(q(t))a++;else break}let d=e.md.helpers.parseLinkDestination(i,a,s);if(!d.ok)return!1;let f=e.md.normalizeLink(d.str);if(!e.md.validateLink(f))return!1;a=d.pos;let p=a,m=s,h=o;for(;a<s;){let t=i.charCodeAt(a);if(t===10){let t=ho(e,o);if(t<0)break;a=t,s=mo(e,o++)}else if(q(t))a++;else break}let g=a,_=e.md.helpers.parseLinkTitle(i,a,s);for(;_.can_continue;){let t=ho(e,o);if(t<0)break;a=t,s=mo(e,o++),_=e.md.helpers.parseLinkTitle(i,a,s,_)}let v;for(g!==p&&_.ok?(v=_.str,a=_.pos):(v=``,a=p,s=m,o=h);a<s&&q(i.charCodeAt(a));)a++;if(a<s&&i.charCodeAt(a)!==10&&v)for(v=``,a=p,s=m,o=h;a<s&&q(i.charCodeAt(a));)a++;if(a<s&&i.charCodeAt(a)!==10)return!1;let y=sa(c);if(!y)return!1;if(r)return!0;e.env.references===void 0&&(e.env.references={}),e.env.references[y]===void 0&&(e.env.references[y]={title:v,href:f});let b=e.push(`reference_definition`,``,0);b.map=[t,o],b.hidden=!0;let ee=Object.create(null);return ee.label=y,b.meta=ee,e.line=o,!0}var _o=`address.article.aside.base.basefont.blockquote.body.caption.center.col.colgroup.dd.details.dialog.dir.div.dl.dt.fieldset.figcaption.figure.footer.form.frame.frameset.h1.h2.h3.h4.h5.h6.head.header.hr.html.iframe.legend.li.link.main.menu.menuitem.nav.noframes.ol.optgroup.option.p.param.search.section.summary.table.tbody.td.tfoot.th.thead.title.tr.track.ul`.split(`.`),vo=`<[A-Za-z][A-Za-z0-9\\-]*(?:\\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^"'=<>\`\\x00-\\x20]+|'[^']*'|"[^"]*"))?)*\\s*\\/?>`,yo=`<\\/[A-Za-z][A-Za-z0-9\\-]*\\s*>`;RegExp(`^(?:${vo}|${yo}|<!---?>|<!--(?:[^-]|-[^-]|--[^>])*-->|<[?][\\s\\S]*?[?]>|<![A-Za-z][^>]*>|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>)`);var bo=RegExp(`^(?:${vo}|${yo})`),xo=[[/^<(script|pre|style|textarea)(?=(\s|>|$))/i,/<\/(script|pre|style|textarea)>/i,!0],[/^<!--/,/-->/,!0],[/^<\?/,/\?>/,!0],[/^<![A-Za-z]/,/>/,!0],[/^<!\[CDATA\[/,/\]\]>/,!0],[RegExp(`^</?(${_o.join(`|`)})(?=(\\s|/?>|$))`,`i`),/^$/,!0],[RegExp(`${bo.source}\\s*$`),/^$/,!1]];function So(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4||!e.md.options.html||e.src.charCodeAt(i)!==60)return!1;let o=e.src.slice(i,a),s=0;for(;s<xo.length&&!xo[s][0].test(o);s++);if(s===xo.length)return!1;if(r)return xo[s][2];let c=t+1,l=xo[s][1].test(``);if(!xo[s][1].test(o)){for(;c<n&&!(e.sCount[c]<e.blkIndent&&(l||!e.isEmpty(c)));c++)if(i=e.bMarks[c]+e.tShift[c],a=e.eMarks[c],o=e.src.slice(i,a),xo[s][1].test(o)){o.length!==0&&c++;break}}e.line=c;let u=e.push(`html_block`,``,0);return u.map=[t,c],u.content=e.getLines(t,c,e.blkIndent,!0),!0}function Co(e,t,n,r){let i=e.bMarks[t]+e.tShift[t],a=e.eMarks[t];if(e.sCount[t]-e.blkIndent>=4)return!1;let o=e.src.charCodeAt(i);if(o!==35||i>=a)return!1;let s=1;for(o=e.src.charCodeAt(++i);o===35&&i<a&&s<=6;)s++,o=e.src.charCodeAt(++i);if(s>6||i<a&&!q(o))return!1;if(r)return!0;a=e.skipSpacesBack(a,i);let c=e.skipCharsBack(a,35,i);c>i&&q(e.src.charCodeAt(c-1))&&(a=c),e.line=t+1;let l=e.push(`heading_open`,`h${s}`,1);l.markup=`########`.slice(0,s),l.map=[t,e.line];let u=e.push(`inline`,``,0);u.content=la(e.src.slice(i,a)),u.map=[t,e.line],u.children=[];let d=e.push(`heading_close`,`h${s}`,-1);return d.markup=`########`.slice(0,s),!0}function wo(e,t,n){let r=e.md.block.ruler.getRules(`paragraph`);if(e.sCount[t]-e.blkIndent>=4)return!1;let i=e.parentType;e.parentType=`paragraph`;let a=0,o,s=t+1;for(;s<n&&!e.isEmpty(s);s++){if(e.sCount[s]-e.blkIndent>3)continue;if(e.sCount[s]>=e.blkIndent){let t=e.bMarks[s]+e.tShift[s],n=e.eMarks[s];if(t<n&&(o=e.src.charCodeAt(t),(o===45||o===61)&&(t=e.skipChars(t,o),t=e.skipSpaces(t),t>=n))){a=o===61?1:2;break}}if(e.sCount[s]<0)continue;let t=!1;for(let i=0,a=r.length;i<a;i++)if(r[i](e,s,n,!0)){t=!0;break}if(t)break}if(!a)return e.parentType=i,!1;let c=la(e.getLines(t,s,e.blkIndent,!1));e.line=s+1;let l=e.push(`heading_open`,`h${a}`,1);l.markup=String.fromCharCode(o),l.map=[t,e.line];let u=e.push(`inline`,``,0);u.content=c,u.map=[t,e.line-1],u.children=[];let d=e.push(`heading_close`,`h${a}`,-1);return d.markup=String.fromCharCode(o),e.parentType=i,!0}function To(e,t,n){let r=e.md.block.ruler.getRules(`paragraph`),i=e.parentType,a=t+1;for(e.parentType=`paragraph`;a<n&&!e.isEmpty(a);a++){if(e.sCount[a]-e.blkIndent>3||e.sCount[a]<0)continue;let t=!1;for(let i=0,o=r.length;i<o;i++)if(r[i](e,a,n,!0)){t=!0;break}if(t)break}let o=la(e.getLines(t,a,e.blkIndent,!1));e.line=a;let s=e.push(`paragraph_open`,`p`,1);s.map=[t,e.line];let c=e.push(`inline`,``,0);return c.content=o,c.map=[t,e.line],c.children=[],e.push(`paragraph_close`,`p`,-1),e.parentType=i,!0}var Eo=[[`table`,no,[`paragraph`,`reference`]],[`code`,ro],[`fence`,io,[`paragraph`,`reference`,`blockquote`,`list`]],[`blockquote`,ao,[`paragraph`,`reference`,`blockquote`,`list`]],[`hr`,oo,[`paragraph`,`reference`,`blockquote`,`list`]],[`list`,uo,[`paragraph`,`reference`,`blockquote`]],[`reference`,go],[`html_block`,So,[`paragraph`,`reference`,`blockquote`]],[`heading`,Co,[`paragraph`,`reference`,`blockquote`]],[`lheading`,wo],[`paragraph`,To]],Do=class{constructor(){J(this,`ruler`,new ya),J(this,`State`,Qa);for(let e=0;e<Eo.length;e++)this.ruler.push(Eo[e][0],Eo[e][1],{alt:(Eo[e][2]||[]).slice()})}tokenize(e,t,n){let r=this.ruler.getRules(``),i=r.length,a=e.md.options.maxNesting,o=t,s=!1;for(;o<n&&(e.line=o=e.skipEmptyLines(o),!(o>=n||e.sCount[o]<e.blkIndent));){if(e.level>=a){e.line=n;break}let t=e.line,c=!1;for(let a=0;a<i;a++)if(c=r[a](e,o,n,!1),c){if(t>=e.line)throw Error(`block rule didn't increment state.line`);break}if(!c)throw Error(`none of the block rules matched`);e.tight=!s,e.isEmpty(e.line-1)&&(s=!0),o=e.line,o<n&&e.isEmpty(o)&&(s=!0,o++,e.line=o)}}parse(e,t,n,r){if(!e)return;let i=new this.State(e,t,n,r);this.tokenize(i,i.line,i.lineMax)}},Oo=class{constructor(e,t,n,r){J(this,`pos`,0),J(this,`level`,0),J(this,`pending`,``),J(this,`pendingLevel`,0),J(this,`cache`,{}),J(this,`backticks`,{}),J(this,`backticksScanned`,!1),J(this,`skipHtmlSpecial`,!1),J(this,`linkLevel`,0),J(this,`delimiters`,[]),J(this,`_prev_delimiters`,[]),J(this,`Token`,va),this.src=e,this.env=n,this.md=t,this.tokens=r,this.tokens_meta=Array(r.length),this.posMax=this.src.length}pushPending(){let e=new va(`text`,``,0);return e.content=this.pending,e.level=this.pendingLevel,this.tokens.push(e),this.pending=``,e}push(e,t,n){this.pending&&this.pushPending();let r=new va(e,t,n),i;return n<0&&(this.level--,this.delimiters=this._prev_delimiters.pop()),r.level=this.level,n>0&&(this.level++,this._prev_delimiters.push(this.delimiters),this.delimiters=[],i={delimiters:this.delimiters}),this.pendingLevel=this.level,this.tokens.push(r),this.tokens_meta.push(i),r}scanDelims(e,t){let n=this.posMax,r=this.src.charCodeAt(e),i;if(e===0)i=32;else if(e===1)i=this.src.charCodeAt(0),(i&63488)==55296&&(i=65533);else if(i=this.src.charCodeAt(e-1),(i&64512)==56320){let t=this.src.charCodeAt(e-2);i=(t&64512)==55296?65536+(t-55296<<10)+(i-56320):65533}else(i&64512)==55296&&(i=65533);let a=e;for(;a<n&&this.src.charCodeAt(a)===r;)a++;let o=a-e,s=a<n?this.src.charCodeAt(a):32;if((s&64512)==55296){let e=this.src.charCodeAt(a+1);s=(e&64512)==56320?65536+(s-55296<<10)+(e-56320):65533}else(s&64512)==56320&&(s=65533);let c=oa(i)||aa(i),l=oa(s)||aa(s),u=ra(i),d=ra(s),f=!d&&(!l||u||c),p=!u&&(!c||d||l);return{can_open:f&&(t||!p||c),can_close:p&&(t||!f||l),length:o}}};function ko(e){switch(e){case 10:case 33:case 35:case 36:case 37:case 38:case 42:case 43:case 45:case 58:case 60:case 61:case 62:case 64:case 91:case 92:case 93:case 94:case 95:case 96:case 123:case 125:case 126:return!0;default:return!1}}function Ao(e,t){let n=e.pos;for(;n<e.posMax&&!ko(e.src.charCodeAt(n));)n++;return n!==e.pos&&(t||(e.pending+=e.src.slice(e.pos,n)),e.pos=n,!0)}function jo(e){return e>=65&&e<=90||e>=97&&e<=122}function Mo(e){return e>=65&&e<=90||e>=97&&e<=122||e>=48&&e<=57||e===43||e===45||e===46}function No(e,t){if(!e.md.options.linkify||e.linkLevel>0)return!1;let n=e.pos,r=e.posMax;if(n+3>r||e.src.charCodeAt(n)!==58||e.src.charCodeAt(n+1)!==47||e.src.charCodeAt(n+2)!==47)return!1;let i=n-Math.min(10,e.pending.length,n),a=n;for(;a>i&&Mo(e.src.charCodeAt(a-1));)a--;if(a===n||!jo(e.src.charCodeAt(a)))return!1;let o=n-a,s=e.md.linkify.matchAtStart(e.src.slice(a));if(!s)return!1;let c=s.url;if(c.length<=o)return!1;let l=c.length;for(;l>0&&c.charCodeAt(l-1)===42;)l--;l!==c.length&&(c=c.slice(0,l));let u=e.md.normalizeLink(c);if(!e.md.validateLink(u))return!1;if(!t){e.pending=e.pending.slice(0,-o);let t=e.push(`link_open`,`a`,1);t.attrs=[[`href`,u]],t.markup=`linkify`,t.info=`auto`;let n=e.push(`text`,``,0);n.content=e.md.normalizeLinkText(c);let r=e.push(`link_close`,`a`,-1);r.markup=`linkify`,r.info=`auto`}return e.pos+=c.length-o,!0}function Po(e,t){let n=e.pos;if(e.src.charCodeAt(n)!==10)return!1;let r=e.pending.length-1,i=e.posMax;if(!t){if(r>=0&&e.pending.charCodeAt(r)===32){if(r>=1&&e.pending.charCodeAt(r-1)===32){let t=r-1;for(;t>=1&&e.pending.charCodeAt(t-1)===32;)t--;e.pending=e.pending.slice(0,t),e.push(`hardbreak`,`br`,0)}else e.pending=e.pending.slice(0,-1),e.push(`softbreak`,`br`,0)}else e.push(`softbreak`,`br`,0)}for(n++;n<i&&q(e.src.charCodeAt(n));)n++;return e.pos=n,!0}var Fo=[];for(let e=0;e<256;e++)Fo.push(0);`\\!"#$%&'()*+,./:;<=>?@[]^_\`{|}~-`.split(``).forEach(function(e){Fo[e.charCodeAt(0)]=1});function Io(e,t){let n=e.pos,r=e.posMax;if(e.src.charCodeAt(n)!==92||(n++,n>=r))return!1;let i=e.src.charCodeAt(n);if(i===10){for(t||e.push(`hardbreak`,`br`,0),n++;n<r&&(i=e.src.charCodeAt(n),q(i));)n++;return e.pos=n,!0}if(i===32){if(!t){let t=e.push(`text_special`,``,0);t.content=`\\`,t.markup=`\\`,t.info=`escape`}return e.pos=n,!0}let a=e.src[n];if(i>=55296&&i<=56319&&n+1<r){let t=e.src.charCodeAt(n+1);t>=56320&&t<=57343&&(a+=e.src[n+1],n++)}let o=`\\`+a;if(!t){let t=e.push(`text_special`,``,0);t.content=i<256&&Fo[i]!==0?a:o,t.markup=o,t.info=`escape`}return e.pos=n+1,!0}function Lo(e){let t={},n=0;for(;(n=e.indexOf("`",n))!==-1;){let r=n;for(;e.charCodeAt(++n)===96;);t[n-r]=r}return t}function Ro(e,t){let n=e.pos;if(e.src.charCodeAt(n)!==96)return!1;let r=e.posMax,i=n+1;for(;i<r&&e.src.charCodeAt(i)===96;)i++;let a=e.src.slice(n,i),o=a.length;if(e.backticksScanned||=(e.backticks=Lo(e.src),!0),(e.backticks[o]??-1)>=i){let n=i,s;for(;(s=e.src.indexOf("`",n))!==-1&&s<r;){for(n=s+1;e.src.charCodeAt(n)===96;)n++;if(n>r)break;if(n-s===o){if(!t){let t=e.push(`code_inline`,`code`,0);t.markup=a;let n=e.src.slice(i,s).replace(/\n/g,` `);n.startsWith(` `)&&n.endsWith(` `)&&/[^ ]/.test(n)&&(n=n.slice(1,-1)),t.content=n}return e.pos=n,!0}}}return t||(e.pending+=a),e.pos=i,!0}function zo(e,t){let n=e.pos,r=e.src.charCodeAt(n);if(t||r!==126)return!1;let i=e.scanDelims(e.pos,!0),a=i.length,o=String.fromCharCode(r);if(a<2)return!1;let s;a%2&&(s=e.push(`text`,``,0),s.content=o,a--);for(let t=0;t<a;t+=2)s=e.push(`text`,``,0),s.content=o+o,e.delimiters.push({marker:r,length:0,token:e.tokens.length-1,end:-1,open:i.can_open,close:i.can_close});return e.pos+=i.length,!0}function Bo(e,t){let n,r=[],i=t.length;for(let a=0;a<i;a++){let i=t[a];if(i.marker!==126||i.end===-1)continue;let o=t[i.end];n=e.tokens[i.token],n.type=`s_open`,n.tag=`s`,n.nesting=1,n.markup=`~~`,n.content=``,n=e.tokens[o.token],n.type=`s_close`,n.tag=`s`,n.nesting=-1,n.markup=`~~`,n.content=``,e.tokens[o.token-1].type===`text`&&e.tokens[o.token-1].content===`~`&&r.push(o.token-1)}for(;r.length;){let t=r.pop(),i=t+1;for(;i<e.tokens.length&&e.tokens[i].type===`s_close`;)i++;i--,t!==i&&(n=e.tokens[i],e.tokens[i]=e.tokens[t],e.tokens[t]=n)}}function Vo(e){let t=e.tokens_meta,n=e.tokens_meta.length;Bo(e,e.delimiters);for(let r=0;r<n;r++){let n=t[r]?.delimiters;n&&Bo(e,n)}}var Ho={tokenize:zo,postProcess:Vo};function Uo(e,t){let n=e.pos,r=e.src.charCodeAt(n);if(t||r!==95&&r!==42)return!1;let i=e.scanDelims(e.pos,r===42);for(let t=0;t<i.length;t++){let t=e.push(`text`,``,0);t.content=String.fromCharCode(r),e.delimiters.push({marker:r,length:i.length,token:e.tokens.length-1,end:-1,open:i.can_open,close:i.can_close})}return e.pos+=i.length,!0}function Wo(e,t){let n=t.length;for(let r=n-1;r>=0;r--){let n=t[r];if(n.marker!==95&&n.marker!==42||n.end===-1)continue;let i=t[n.end],a=r>0&&t[r-1].end===n.end+1&&t[r-1].marker===n.marker&&t[r-1].token===n.token-1&&t[n.end+1].token===i.token+1,o=String.fromCharCode(n.marker),s=e.tokens[n.token];s.type=a?`strong_open`:`em_open`,s.tag=a?`strong`:`em`,s.nesting=1,s.markup=a?o+o:o,s.content=``;let c=e.tokens[i.token];c.type=a?`strong_close`:`em_close`,c.tag=a?`strong`:`em`,c.nesting=-1,c.markup=a?o+o:o,c.content=``,a&&(e.tokens[t[r-1].token].content=``,e.tokens[t[n.end+1].token].content=``,r--)}}function Go(e){let t=e.tokens_meta,n=e.tokens_meta.length;Wo(e,e.delimiters);for(let r=0;r<n;r++){let n=t[r]?.delimiters;n&&Wo(e,n)}}var Ko={tokenize:Uo,postProcess:Go};function qo(e,t){let n,r,i,a,o=``,s=``,c=e.pos,l=!0;if(e.src.charCodeAt(e.pos)!==91)return!1;let u=e.pos,d=e.posMax,f=e.pos+1,p=e.md.helpers.parseLinkLabel(e,e.pos,!0);if(p<0)return!1;let m=p+1;if(m<d&&e.src.charCodeAt(m)===40){for(l=!1,m++;m<d&&(n=e.src.charCodeAt(m),q(n)||n===10);m++);if(m>=d)return!1;if(c=m,i=e.md.helpers.parseLinkDestination(e.src,m,e.posMax),i.ok){for(o=e.md.normalizeLink(i.str),e.md.validateLink(o)?m=i.pos:o=``,c=m;m<d&&(n=e.src.charCodeAt(m),q(n)||n===10);m++);if(i=e.md.helpers.parseLinkTitle(e.src,m,e.posMax),m<d&&c!==m&&i.ok)for(s=i.str,m=i.pos;m<d&&(n=e.src.charCodeAt(m),q(n)||n===10);m++);}(m>=d||e.src.charCodeAt(m)!==41)&&(l=!0),m++}if(l){if(e.env.references===void 0)return!1;if(m<d&&e.src.charCodeAt(m)===91?(c=m+1,m=e.md.helpers.parseLinkLabel(e,m),m>=0?r=e.src.slice(c,m++):m=p+1):m=p+1,r||=e.src.slice(f,p),r=sa(r),a=e.env.references[r],!a)return e.pos=u,!1;o=a.href,s=a.title}if(!t){e.pos=f,e.posMax=p;let t=e.push(`link_open`,`a`,1),n=[[`href`,o]];if(t.attrs=n,s&&n.push([`title`,s]),r){let e=Object.create(null);e.label=r,t.meta=e}e.linkLevel++,e.md.inline.tokenize(e),e.linkLevel--,e.push(`link_close`,`a`,-1)}return e.pos=m,e.posMax=d,!0}function Jo(e,t){let n,r,i,a,o,s,c,l,u=``,d=e.pos,f=e.posMax;if(e.src.charCodeAt(e.pos)!==33||e.src.charCodeAt(e.pos+1)!==91)return!1;let p=e.pos+2,m=e.md.helpers.parseLinkLabel(e,e.pos+1,!1);if(m<0)return!1;if(a=m+1,a<f&&e.src.charCodeAt(a)===40){for(a++;a<f&&(n=e.src.charCodeAt(a),q(n)||n===10);a++);if(a>=f)return!1;for(l=a,s=e.md.helpers.parseLinkDestination(e.src,a,e.posMax),s.ok&&(u=e.md.normalizeLink(s.str),e.md.validateLink(u)?a=s.pos:u=``),l=a;a<f&&(n=e.src.charCodeAt(a),q(n)||n===10);a++);if(s=e.md.helpers.parseLinkTitle(e.src,a,e.posMax),a<f&&l!==a&&s.ok)for(c=s.str,a=s.pos;a<f&&(n=e.src.charCodeAt(a),q(n)||n===10);a++);else c=``;if(a>=f||e.src.charCodeAt(a)!==41)return e.pos=d,!1;a++}else{if(e.env.references===void 0)return!1;if(a<f&&e.src.charCodeAt(a)===91?(l=a+1,a=e.md.helpers.parseLinkLabel(e,a),a>=0?i=e.src.slice(l,a++):a=m+1):a=m+1,i||=e.src.slice(p,m),i=sa(i),o=e.env.references[i],!o)return e.pos=d,!1;u=o.href,c=o.title}if(!t){r=e.src.slice(p,m);let t=[];e.md.inline.parse(r,e.md,e.env,t);let n=e.push(`image`,`img`,0),a=[[`src`,u],[`alt`,``]];if(n.attrs=a,n.children=t,n.content=r,c&&a.push([`title`,c]),i){let e=Object.create(null);e.label=i,n.meta=e}}return e.pos=a,e.posMax=f,!0}var Yo=/^([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)$/,Xo=/^([a-zA-Z][a-zA-Z0-9+.-]{1,31}):([^<>\x00-\x20]*)$/;function Zo(e,t){let n=e.pos;if(e.src.charCodeAt(n)!==60)return!1;let r=e.pos,i=e.posMax;for(;;){if(++n>=i)return!1;let t=e.src.charCodeAt(n);if(t===60)return!1;if(t===62)break}let a=e.src.slice(r+1,n);if(Xo.test(a)){let n=e.md.normalizeLink(a);if(!e.md.validateLink(n))return!1;if(!t){let t=e.push(`link_open`,`a`,1);t.attrs=[[`href`,n]],t.markup=`autolink`,t.info=`auto`;let r=e.push(`text`,``,0);r.content=e.md.normalizeLinkText(a);let i=e.push(`link_close`,`a`,-1);i.markup=`autolink`,i.info=`auto`}return e.pos+=a.length+2,!0}if(Yo.test(a)){let n=e.md.normalizeLink(`mailto:${a}`);if(!e.md.validateLink(n))return!1;if(!t){let t=e.push(`link_open`,`a`,1);t.attrs=[[`href`,n]],t.markup=`autolink`,t.info=`auto`;let r=e.push(`text`,``,0);r.content=e.md.normalizeLinkText(a);let i=e.push(`link_close`,`a`,-1);i.markup=`autolink`,i.info=`auto`}return e.pos+=a.length+2,!0}return!1}function Qo(e){return/^<a[>\s]/i.test(e)}function $o(e){return/^<\/a\s*>/i.test(e)}function es(e){let t=e|32;return t>=97&&t<=122}function ts(e,t){let n=e.src,r,i;if(n.startsWith(`<!--`,t)){if(n.startsWith(`>`,t+4))return t+5;if(n.startsWith(`->`,t+4))return t+6;r=t+4,i=`-->`}else if(n.startsWith(`<![CDATA[`,t))r=t+9,i=`]]>`;else if(n.charCodeAt(t+1)===63)r=t+2,i=`?>`;else if(es(n.charCodeAt(t+2)))r=t+3,i=`>`;else return-1;if(e.skipHtmlSpecial)return-1;let a=n.indexOf(i,r);return a<0?(e.skipHtmlSpecial=!0,-1):a+i.length}function ns(e,t){if(!e.md.options.html)return!1;let n=e.posMax,r=e.pos;if(e.src.charCodeAt(r)!==60||r+2>=n)return!1;let i,a=e.src.charCodeAt(r+1);if(a===33||a===63)i=ts(e,r);else if(a===47||es(a)){let t=e.src.slice(r).match(bo);i=t?r+t[0].length:-1}else return!1;if(i<0)return!1;if(!t){let t=e.push(`html_inline`,``,0);t.content=e.src.slice(r,i),Qo(t.content)&&e.linkLevel++,$o(t.content)&&e.linkLevel--}return e.pos=i,!0}var rs=/^&#((?:x[a-f0-9]{1,6}|[0-9]{1,7}));/i,is=/^&([a-z][a-z0-9]{1,31});/i;function as(e,t){let n=e.pos,r=e.posMax;if(e.src.charCodeAt(n)!==38||n+1>=r)return!1;if(e.src.charCodeAt(n+1)===35){let r=e.src.slice(n).match(rs);if(r){if(!t){let t=r[1][0].toLowerCase()===`x`?parseInt(r[1].slice(1),16):parseInt(r[1],10),n=e.push(`text_special`,``,0);n.content=Hi(t)?Ui(t):Ui(65533),n.markup=r[0],n.info=`entity`}return e.pos+=r[0].length,!0}}else{let r=e.src.slice(n).match(is);if(r){let n=ri(r[0]);if(n!==r[0]){if(!t){let t=e.push(`text_special`,``,0);t.content=n,t.markup=r[0],t.info=`entity`}return e.pos+=r[0].length,!0}}}return!1}function os(e){let t={},n=e.length;if(!n)return;let r=0,i=-2,a=[];for(let o=0;o<n;o++){let n=e[o];if(a.push(0),(e[r].marker!==n.marker||i!==n.token-1)&&(r=o),i=n.token,n.length=n.length||0,!n.close)continue;t.hasOwnProperty(n.marker)||(t[n.marker]=[-1,-1,-1,-1,-1,-1]);let s=t[n.marker][(n.open?3:0)+n.length%3],c=r-a[r]-1,l=c;for(;c>s;c-=a[c]+1){let t=e[c];if(t.marker===n.marker&&t.open&&t.end<0){let r=!1;if((t.close||n.open)&&(t.length+n.length)%3==0&&(t.length%3!=0||n.length%3!=0)&&(r=!0),!r){let r=c>0&&!e[c-1].open?a[c-1]+1:0;a[o]=o-c+r,a[c]=r,n.open=!1,t.end=o,t.close=!1,l=-1,i=-2;break}}}l!==-1&&(t[n.marker][(n.open?3:0)+(n.length||0)%3]=l)}}function ss(e){let t=e.tokens_meta,n=e.tokens_meta.length;os(e.delimiters);for(let e=0;e<n;e++){let n=t[e]?.delimiters;n&&os(n)}}function cs(e){let t,n,r=0,i=e.tokens,a=e.tokens.length;for(t=n=0;t<a;t++)i[t].nesting<0&&r--,i[t].level=r,i[t].nesting>0&&r++,i[t].type===`text`&&t+1<a&&i[t+1].type===`text`?i[t+1].content=i[t].content+i[t+1].content:(t!==n&&(i[n]=i[t]),n++);t!==n&&(i.length=n)}var ls=[[`text`,Ao],[`linkify`,No],[`newline`,Po],[`escape`,Io],[`backticks`,Ro],[`strikethrough`,Ho.tokenize],[`emphasis`,Ko.tokenize],[`link`,qo],[`image`,Jo],[`autolink`,Zo],[`html_inline`,ns],[`entity`,as]],us=[[`balance_pairs`,ss],[`strikethrough`,Ho.postProcess],[`emphasis`,Ko.postProcess],[`fragments_join`,cs]],ds=class{constructor(){J(this,`ruler`,new ya),J(this,`ruler2`,new ya),J(this,`State`,Oo);for(let e=0;e<ls.length;e++)this.ruler.push(ls[e][0],ls[e][1]);for(let e=0;e<us.length;e++)this.ruler2.push(us[e][0],us[e][1])}skipToken(e){let t=e.pos,n=this.ruler.getRules(``),r=n.length,i=e.md.options.maxNesting,a=e.cache;if(a[t]!==void 0){e.pos=a[t];return}let o=!1;if(e.level<i){for(let i=0;i<r;i++)if(e.level++,o=n[i](e,!0),e.level--,o){if(t>=e.pos)throw Error(`inline rule didn't increment state.pos`);break}}else e.pos=e.posMax;o||e.pos++,a[t]=e.pos}tokenize(e){let t=this.ruler.getRules(``),n=t.length,r=e.posMax,i=e.md.options.maxNesting;for(;e.pos<r;){let a=e.pos,o=!1;if(e.level<i){for(let r=0;r<n;r++)if(o=t[r](e,!1),o){if(a>=e.pos)throw Error(`inline rule didn't increment state.pos`);break}}if(o){if(e.pos>=r)break}else e.pending+=e.src[e.pos++]}e.pending&&e.pushPending()}parse(e,t,n,r){let i=new this.State(e,t,n,r);this.tokenize(i);let a=this.ruler2.getRules(``),o=a.length;for(let e=0;e<o;e++)a[e](i)}},fs={default:{options:{html:!1,xhtmlOut:!1,breaks:!1,langPrefix:`language-`,linkify:!1,typographer:!1,quotes:`“”‘’`,highlight:null,maxNesting:100},components:{core:{},block:{},inline:{}}},zero:{options:{html:!1,xhtmlOut:!1,breaks:!1,langPrefix:`language-`,linkify:!1,typographer:!1,quotes:`“”‘’`,highlight:null,maxNesting:20},components:{core:{rules:[`normalize`,`block`,`strip_references`,`inline`,`text_join`]},block:{rules:[`paragraph`]},inline:{rules:[`text`],rules2:[`balance_pairs`,`fragments_join`]}}},commonmark:{options:{html:!0,xhtmlOut:!0,breaks:!1,langPrefix:`language-`,linkify:!1,typographer:!1,quotes:`“”‘’`,highlight:null,maxNesting:20},components:{core:{rules:[`normalize`,`block`,`strip_references`,`inline`,`text_join`]},block:{rules:[`blockquote`,`code`,`fence`,`heading`,`hr`,`html_block`,`lheading`,`list`,`reference`,`paragraph`]},inline:{rules:[`autolink`,`backticks`,`emphasis`,`entity`,`escape`,`html_inline`,`image`,`link`,`newline`,`text`],rules2:[`balance_pairs`,`emphasis`,`fragments_join`]}}}},ps=/^(vbscript|javascript|file|data):/,ms=/^data:image\/(gif|png|jpeg|webp);/,hs=[`http:`,`https:`,`mailto:`],X=class{validateLink(e){let t=e.trim().toLowerCase();return!ps.test(t)||ms.test(t)}normalizeLink(e){let t=Er(e,!0);if(t.hostname&&(!t.protocol||hs.indexOf(t.protocol)>=0))try{t.hostname=Ii.toASCII(t.hostname)}catch{}return t.auth&&=B(t.auth),t.hostname&&=B(t.hostname),t.pathname&&=B(t.pathname),t.search&&=B(t.search),t.hash&&=B(t.hash),mr(t)}normalizeLinkText(e){let t=Er(e,!0);if(t.hostname&&(!t.protocol||hs.indexOf(t.protocol)>=0))try{t.hostname=Ii.toUnicode(t.hostname)}catch{}return dr(mr(t),dr.defaultChars+`%`)}constructor(...e){J(this,`inline`,new ds),J(this,`block`,new Do),J(this,`core`,new Za),J(this,`renderer`,new ba),J(this,`linkify`,new fi),J(this,`utils`,zi),J(this,`helpers`,Object.assign({},ma));let[t,n]=e;typeof t==`string`?(this.configure(t),n&&this.set(n)):(this.configure(`default`),this.set(t||{}))}set(e){return Object.assign(this.options,e),this}configure(e){let t;if(typeof e==`string`){let n=e;if(t=fs[n],!t)throw Error(`Wrong 'markdown-it' preset "${n}", check name`)}else t=e;if(!t)throw Error("Wrong `markdown-it` preset, can't be empty");t.options&&(this.options={...t.options});let n=t.components;if(n){[`core`,`block`,`inline`].forEach(e=>{let t=n[e]?.rules;t&&this[e].ruler.enableOnly(t)});let e=n.inline?.rules2;e&&this.inline.ruler2.enableOnly(e)}return this}enable(e,t=!1){let n=[];Array.isArray(e)||(e=[e]),[`core`,`block`,`inline`].forEach(t=>{n=n.concat(this[t].ruler.enable(e,!0))}),n=n.concat(this.inline.ruler2.enable(e,!0));let r=e.filter(e=>n.indexOf(e)<0);if(r.length&&!t)throw Error(`MarkdownIt. Failed to enable unknown rule(s): ${r}`);return this}disable(e,t=!1){let n=[];Array.isArray(e)||(e=[e]),[`core`,`block`,`inline`].forEach(t=>{n=n.concat(this[t].ruler.disable(e,!0))}),n=n.concat(this.inline.ruler2.disable(e,!0));let r=e.filter(e=>n.indexOf(e)<0);if(r.length&&!t)throw Error(`MarkdownIt. Failed to disable unknown rule(s): ${r}`);return this}use(e,...t){return e.apply(e,[this,...t]),this}parse(e,t){if(typeof e!=`string`)throw Error(`Input data should be a String`);let n=new this.core.State(e,this,t);return this.core.process(n),n.tokens}render(e,t={}){return this.renderer.render(this.parse(e,t),this.options,t)}parseInline(e,t){let n=new this.core.State(e,this,t);return n.inlineMode=!0,this.core.process(n),n.tokens}renderInline(e,t={}){return this.renderer.render(this.parseInline(e,t),this.options,t)}};J(X,`Token`,va),J(X,`Ruler`,ya),J(X,`Renderer`,ba),J(X,`ParserCore`,Za),J(X,`StateCore`,xa),J(X,`ParserBlock`,Do),J(X,`StateBlock`,Qa),J(X,`ParserInline`,ds),J(X,`StateInline`,Oo);var gs=Bi(X),_s={strong_open:`strong`,em_open:`em`,s_open:`s`},vs={strong_close:`strong`,em_close:`em`,s_close:`s`},ys=[`http:`,`https:`,`mailto:`];function bs(e){return URL.canParse(e)&&ys.includes(new URL(e).protocol)}function xs(e){let t=[],n=t,r=``,i={strong:0,em:0,s:0,code:0},a=()=>Object.keys(i).filter(e=>i[e]>0),o=(e,t=[])=>{if(e===``)return;let r=[...a(),...t],i=n.at(-1);i?.kind===`text`&&i.marks.join()===r.join()?i.text+=e:n.push({kind:`text`,text:e,marks:r})};for(let a of e){let e=_s[a.type],s=vs[a.type];if(e)i[e]++;else if(s)i[s]--;else if(a.type===`code_inline`)o(a.content,[`code`]);else if(a.type===`softbreak`||a.type===`hardbreak`)o(`
`);else if(a.type===`image`)n.push({kind:`image`,alt:a.content,address:String(a.attrGet(`src`)??``)});else if(a.type===`link_open`){if(r=String(a.attrGet(`href`)??``),bs(r)){let e={kind:`link`,address:new URL(r).href,spans:[]};t.push(e),n=e.spans}}else a.type===`link_close`?(n===t&&o(` (${r})`),n=t):o(a.content)}return t}var Ss=40,Cs=3e5,ws=12e3,Ts=1e4,Es=8e3,Ds=/^\[([ xX])\][ \t]+/,Os=/text-align:(left|center|right)/,ks=new gs({html:!1,linkify:!1,typographer:!1,breaks:!0,maxNesting:Ss});ks.core.ruler.enableOnly([`block`,`strip_references`]),ks.validateLink=e=>bs(e)||/^data:image\//i.test(e)||!/^[a-z][a-z0-9+.-]*:/i.test(e),ks.normalizeLinkText=e=>e;function As(e){let t=e.replace(/\r\n?/g,`
`);if(t.length>Cs||Ps(t)>ws)return{...js(e),note:`This text is too long to be formatted, so it is shown word for word.`};let n={},r=ks.parse(t,n);return r.some(e=>e.level>=39)?{...js(e),note:`This text is nested too deep, so it is shown word for word.`}:{blocks:Fs(r),spansOf:e=>{if(e.length>Ts)return Ms(e);let t=[];return ks.inline.parse(e,ks,n,t),xs(t)}}}function js(e){return{blocks:Ns(e.replaceAll(`\r
`,`
`)).map(e=>({kind:`written`,text:e})),spansOf:Ms}}function Ms(e){return[{kind:`text`,text:e,marks:[]}]}function Ns(e){let t=[],n=0;for(;e.length-n>Es;){let r=e.indexOf(`
`,n+Es);if(r<0)break;t.push(e.slice(n,r)),n=r+1}return(n<e.length||t.length>0)&&t.push(e.slice(n)),t}function Ps(e){let t=1;for(let n=e.indexOf(`
`);n>=0;n=e.indexOf(`
`,n+1))t++;return t}function Fs(e){let t=[],n=[t],r=[],i=[],a={kind:`table`,head:[],rows:[]},o=[],s=e=>n.at(-1)?.push(e),c=e=>n.push(e);return e.forEach((t,l)=>{let u=e[l+1]?.content??``;switch(t.type){case`paragraph_open`:if(t.hidden)for(let e of r.slice(-1))e.tight=!0;s({kind:`paragraph`,source:u});break;case`heading_open`:{let e=Number(t.tag.slice(1));for(;(i.at(-1)??0)>=e;)i.pop();i.push(e),s({kind:`heading`,size:e,depth:i.length,source:u});break}case`fence`:case`code_block`:{let e=t.info.trim().split(/\s/,1)[0]??``;s({kind:`code`,language:e,code:t.content.replace(/\n$/,``)});break}case`hr`:s({kind:`rule`});break;case`blockquote_open`:{let e=[];s({kind:`quote`,blocks:e}),c(e);break}case`bullet_list_open`:case`ordered_list_open`:{let e={kind:`list`,start:t.tag===`ol`?Number(t.attrGet(`start`)??1):void 0,tight:!1,items:[]};s(e),r.push(e);break}case`list_item_open`:{let e=[];r.at(-1)?.items.push({done:void 0,blocks:e}),c(e);break}case`list_item_close`:n.pop();for(let e of r.at(-1)?.items.slice(-1)??[])Is(e);break;case`blockquote_close`:n.pop();break;case`bullet_list_close`:case`ordered_list_close`:r.pop();break;case`table_open`:a={kind:`table`,head:[],rows:[]},s(a);break;case`tr_open`:o=[];break;case`tr_close`:a.head.length===0?a.head=o:a.rows.push(o);break;case`th_open`:case`td_open`:{let e=Os.exec(String(t.attrGet(`style`)??``))?.[1];o.push({align:e??`start`,source:u});break}}}),t}function Is(e){let t=e.blocks[0],n=t?.kind===`paragraph`?Ds.exec(t.source):null;t?.kind===`paragraph`&&n&&(e.done=n[1]!==` `,t.source=t.source.slice(n[0].length))}var Ls=60,Rs=20;function zs(e,t){let n=new Bs(t).blocks(e);return{blocks:n.part,whole:n.whole}}var Bs=class{constructor(e){this.left=e}blocks(e){return this.#e(e,e=>this.#t(e))}#e(e,t){let n=[];for(let r of e){if(this.left<=0)return{part:n,whole:!1};let e=t(r);if(n.push(e),e!==r)return{part:n,whole:!1}}return{part:n,whole:!0}}#t(e){switch(this.left-=Ls,e.kind){case`paragraph`:case`heading`:return this.left-=e.source.length,e;case`code`:return this.left-=e.code.length,e;case`written`:return this.left-=e.text.length,e;case`rule`:return e;case`quote`:{let{part:t,whole:n}=this.blocks(e.blocks);return n?e:{...e,blocks:t}}case`list`:{let{part:t,whole:n}=this.#e(e.items,e=>this.#n(e));return n?e:{...e,items:t}}case`table`:{this.#r(e.head);let{part:t,whole:n}=this.#e(e.rows,e=>this.#r(e));return n?e:{...e,rows:t}}}}#n(e){let{part:t,whole:n}=this.blocks(e.blocks);return n?e:{...e,blocks:t}}#r(e){for(let t of e)this.left-=Rs+t.source.length;return e}},Vs={},Hs=et(class extends tt{constructor(){super(...arguments),this.ot=Vs}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return T}else if(this.ot===t)return T;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}}),Us=new Map(Object.entries({bash:[`sh`,`shell`,`zsh`,`console`,`shellscript`],c:[`h`],cpp:[`c++`,`cc`,`hpp`,`cxx`],css:[],go:[`golang`],java:[],javascript:[`js`,`jsx`,`mjs`,`cjs`,`node`],json:[`jsonl`,`json5`,`jsonc`],python:[`py`,`python3`,`py3`],rust:[`rs`],sql:[`postgresql`,`postgres`,`mysql`,`sqlite`],typescript:[`ts`,`tsx`,`mts`,`cts`],xml:[`html`,`xhtml`,`svg`,`htm`,`vue`]}).flatMap(([e,t])=>[e,...t].map(t=>[t,e])));function Ws(e){return Us.get(e.toLowerCase())}var Gs=g`
  :host {
    display: block;
    overflow: clip;
    border-radius: var(--radius-2);
    background: var(--sunken);
    unicode-bidi: isolate;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-1) var(--space-2) 0 var(--space-4);
    color: var(--ink-2);
    font-size: var(--text-1);
    user-select: none;
  }
  .language {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [role='status'] {
    margin-inline-start: auto;
  }
  .quiet {
    min-height: 28px;
    padding: 2px 8px;
    font-size: var(--text-1);
  }
  .quiet:hover {
    background: var(--surface);
  }
  pre {
    width: max-content;
    min-width: 100%;
    margin: 0;
    padding: var(--space-1) var(--space-4) var(--space-3);
    font: 0.85rem/1.5 var(--mono);
    white-space: pre;
    tab-size: 4;
  }
  .keyword {
    color: var(--code-keyword);
  }
  .string {
    color: var(--code-string);
  }
  .number {
    color: var(--code-number);
  }
  .comment {
    color: var(--code-comment);
  }
  .name {
    color: var(--code-name);
  }
  .tag {
    color: var(--code-tag);
  }
`,Ks=class extends D{constructor(...e){super(...e),this.label=``,this.overflows=!1,this.#e=new ResizeObserver(()=>{this.overflows=this.box.scrollWidth>this.box.clientWidth+1}),this.#t=()=>{this.#e.disconnect();for(let e of[this.box,...this.children])this.#e.observe(e)}}static{this.styles=[P,g`
      :host {
        display: block;
      }
      div {
        overflow-x: auto;
        scrollbar-width: thin;
      }
      div:focus-visible {
        outline-offset: -3px;
      }
    `]}#e;connectedCallback(){super.connectedCallback(),this.hasUpdated&&this.#t()}disconnectedCallback(){super.disconnectedCallback(),this.#e.disconnect()}render(){return w`<div
      role=${this.overflows?`group`:E}
      aria-label=${this.overflows?this.label:E}
      tabindex=${this.overflows?0:E}
    >
      <slot @slotchange=${this.#t}></slot>
    </div>`}#t};L([k()],Ks.prototype,`label`,void 0),L([A()],Ks.prototype,`overflows`,void 0),L([j(`div`)],Ks.prototype,`box`,void 0),Ks=L([O(`wide-box`)],Ks);var qs=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Js=function(e){return`/`+e},Ys={},Xs=function(e){return e.pathname.endsWith(`.css`)},Zs=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Qs=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Js(t,n);let r=s(t),i=Xs(r);return Zs(Ys,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:qs,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},$s=2e4,ec=class extends D{constructor(...e){super(...e),this.code=``,this.language=``,this.said=``}static{this.styles=[P,F,Hn,Gs]}#e;disconnectedCallback(){super.disconnectedCallback(),this.#e?.()}willUpdate(e){if(!e.has(`code`)&&!e.has(`language`))return;this.said=``,this.runs=void 0,this.#e?.();let t=Ws(this.language);t&&this.code.length<=$s&&(this.#e=wt(()=>void this.#t(t)))}render(){return w`<div class="head">
        <span class="language">${z(this.language)}</span>
        <span role="status">${this.said}</span>
        <button class="quiet" @click=${()=>void this.#n()}>Copy code</button>
      </div>
      <wide-box label="Code">
        <pre dir="ltr"><code>${this.runs?.map(tc)??z(this.code)}</code></pre>
      </wide-box>`}async#t(e){let t=this.code;try{let{highlight:n}=await Qs(async()=>{let{highlight:e}=await import(`./highlighting-Bdo7cLuA.js`);return{highlight:e}},[]);t===this.code&&e===Ws(this.language)&&(this.runs=n(t,e))}catch{}}async#n(){let e=this.code,t=await Et(e);e===this.code&&(this.said=t?`Copied`:`This browser did not allow it`)}};L([k({attribute:!1})],ec.prototype,`code`,void 0),L([k({attribute:!1})],ec.prototype,`language`,void 0),L([A()],ec.prototype,`said`,void 0),L([A()],ec.prototype,`runs`,void 0),ec=L([O(`code-block`)],ec);function tc({text:e,colour:t}){return t?w`<span class=${t}>${z(e)}</span>`:z(e)}var nc=2,rc=6,ic=300,ac=class{constructor(e){this.prose=e}blocks(e,t=!1){return e.map((e,n)=>Hs([e],()=>this.#e(e,t&&n===0)))}#e(e,t){let n=t?E:`auto`;switch(e.kind){case`paragraph`:return w`<p dir=${n}>${this.#r(e.source)}</p>`;case`heading`:{let t=Math.min(rc,nc+e.depth),r=this.#r(e.source);return w`<p class="h${e.size}" role="heading" aria-level=${t} dir=${n}>${r}</p>`}case`code`:return w`<code-block .code=${e.code} .language=${e.language}></code-block>`;case`written`:return w`<pre class="written" dir="auto">${z(e.text)}</pre>`;case`quote`:return w`<blockquote dir="auto">${this.blocks(e.blocks,!0)}</blockquote>`;case`list`:{let t=e.items.map(e=>Hs([e],()=>this.#t(e))),n=e.tight?`tight`:``;return e.start===void 0?w`<ul class=${n}>
              ${t}
            </ul>`:w`<ol class=${n} start=${e.start}>
              ${t}
            </ol>`}case`table`:return this.#n(e.head,e.rows);case`rule`:return w`<hr />`}}#t({done:e,blocks:t}){let n=e===void 0?E:w`<span class="box" role="img" aria-label=${e?`Done`:`Not done`}>${e?`☑`:`☐`}</span>`;return w`<li class=${e===void 0?E:`task`} dir="auto">${n}${this.blocks(t,!0)}</li>`}#n(e,t){return w`<wide-box label="Table"
      ><table dir="auto">
        <thead>
          <tr>
            ${e.map((e,t)=>w`<th class=${e.align} dir=${t===0?E:`auto`}>${this.#r(e.source)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${t.map(e=>Hs([e],()=>w`<tr>
                  ${e.map(e=>w`<td class=${e.align} dir="auto">${this.#r(e.source)}</td>`)}
                </tr>`))}
        </tbody>
      </table></wide-box
    >`}#r(e){return this.prose.spansOf(e).map(oc)}};function oc(e){switch(e.kind){case`text`:return e.marks.reduceRight(sc,z(e.text));case`link`:return w`<a href=${e.address} title=${e.address} target="_blank" rel="noopener noreferrer nofollow"
        >${e.spans.map(oc)}</a
      >`;case`image`:{let{alt:t,address:n}=e,r=n.length>ic?`${n.slice(0,ic)}…`:n;return w`<span class="image"
        >Image, not shown: ${z(t||`without a description`)} (${z(r)})</span
      >`}}}function sc(e,t){switch(t){case`strong`:return w`<strong>${e}</strong>`;case`em`:return w`<em>${e}</em>`;case`s`:return w`<s>${e}</s>`;case`code`:return w`<code dir="ltr">${e}</code>`}}var cc=g`
  :host {
    display: block;
    max-inline-size: 68ch;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  p,
  pre,
  ul,
  ol,
  li,
  blockquote,
  th,
  td,
  a,
  .image {
    unicode-bidi: isolate;
  }
  p,
  pre {
    margin: 0;
    white-space: pre-wrap;
    tab-size: 4;
  }
  .written {
    font: 0.875em/1.55 var(--mono);
    /* Each line has its own direction. */
    unicode-bidi: plaintext;
  }
  ul,
  ol,
  blockquote {
    margin: 0;
    padding: 0;
  }
  * + :is(p, ul, ol, blockquote, code-block, wide-box, hr) {
    margin-block-start: 0.8em;
  }
  /* What is nested deep still has room: a part of what is left, and never all of it. */
  li {
    margin-inline-start: min(1.7em, 7%);
  }
  li + li {
    margin-block-start: 0.8em;
  }
  .tight > li + li,
  .tight > li > :is(ul, ol) {
    margin-block-start: 0.25em;
  }
  .task {
    list-style: none;
  }
  .task > .box {
    float: inline-start;
    margin-inline: -1.4em 0.4em;
  }
  .task > .box + p {
    margin-block-start: 0;
  }
  blockquote {
    padding-inline-start: min(1em, 7%);
    border-inline-start: 3px solid var(--line);
    color: var(--ink-2);
  }
  hr {
    border: 0;
    border-block-start: 1px solid var(--line);
  }
  [role='heading'] {
    font-weight: 650;
    line-height: 1.3;
  }
  .h1 {
    font-size: 1.4em;
  }
  .h2 {
    font-size: 1.22em;
  }
  .h3 {
    font-size: 1.08em;
  }
  p code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--sunken);
    font: 0.9em var(--mono);
    unicode-bidi: isolate;
  }
  table {
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  th,
  td {
    min-inline-size: 4em;
    max-inline-size: 40ch;
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    white-space: pre-wrap;
  }
  th {
    background: var(--sunken);
    font-weight: 650;
  }
  .left {
    text-align: left;
  }
  .center {
    text-align: center;
  }
  .right {
    text-align: right;
  }
  .image {
    padding: 0.1em 0.4em;
    border: 1px dashed var(--line-strong);
    border-radius: 4px;
    color: var(--ink-2);
    font-size: 0.9em;
  }
  .note {
    color: var(--warn);
    font-size: var(--text-1);
  }
  .rest {
    block-size: 200vh;
  }
`,lc=4e3,uc=8e3,dc=class extends D{constructor(...e){super(...e),this.text=``,this.raw=!1,this.budget=lc,this.#e=js(``),this.#t=zs(this.#e.blocks,this.budget),this.#n=new ac(this.#e)}static{this.styles=[P,Hn,cc]}#e;#t;#n;#r;connectedCallback(){super.connectedCallback(),this.requestUpdate()}disconnectedCallback(){super.disconnectedCallback(),this.#r?.()}willUpdate(e){(e.has(`text`)||e.has(`raw`))&&(this.#e=this.raw?js(this.text):As(this.text),this.#n=new ac(this.#e),this.budget=lc),this.#t=zs(this.#e.blocks,this.budget)}updated(){this.#r?.(),this.#t.whole||(this.#r=wt(()=>this.budget+=uc))}render(){let{note:e}=this.#e,{blocks:t,whole:n}=this.#t;return[e?w`<p class="note">${e}</p>`:E,this.#n.blocks(t),n?E:w`<div class="rest"></div>`]}};L([k()],dc.prototype,`text`,void 0),L([k({type:Boolean})],dc.prototype,`raw`,void 0),L([A()],dc.prototype,`budget`,void 0),dc=L([O(`prose-text`)],dc);var fc=class extends D{constructor(...e){super(...e),this.raw=!1}static{this.styles=[P,Hn,cr]}render(){let e=this.content;if(!e)return E;let{messages:t}=e;return t?at(e,w`<ol>
        ${t.map(e=>this.#e(e,t))}
      </ol>`):this.#n(e.text)}#e(e,t){let{role:n,content:r}=e,i=w`<span class="speaker" dir="auto">${z(wn(e))}</span>`;if(n===`system`&&!this.raw)return w`<li class="system">
        <details>
          <summary class="speaker" dir="auto">System message${z(e.name?` of ${e.name}`:``)}</summary>
          ${this.#n(r)}
        </details>
      </li>`;let a=this.raw?Tn(e).map(e=>({name:``,code:e})):En(e);return w`<li class=${n===`assistant`?n:E}>
      ${i} ${n===`tool`?pc(Dn(e,t)):E}
      ${r?n===`tool`?this.#t(r):this.#n(r):E}
      ${a.map(e=>this.#r(e,!r))}
    </li>`}#t(e){return this.#n(this.raw?e:vn(e)??e,!0)}#n(e,t=this.raw){return w`<prose-text .text=${e} .raw=${t}></prose-text>`}#r({name:e,code:t},n){return w`<details class="call" ?open=${n||this.raw}>
      <summary dir="auto">${e?w`Tool call: ${z(e)}`:`Tool call`}</summary>
      <pre dir="ltr" aria-label="Tool call"><code>${z(t)}</code></pre>
    </details>`}};L([k({attribute:!1})],fc.prototype,`content`,void 0),L([k({type:Boolean})],fc.prototype,`raw`,void 0),fc=L([O(`shown-content`)],fc);function pc(e){return w`<span class="result" dir="auto">${e?w`Result of ${z(e)}`:`Result`}</span>`}var mc=5,Z=class extends D{static{this.styles=[P,Bn]}#e;#t;#n;constructor(){super(),this.name=``,this.content={text:``},this.chosen=!1,this.raw=!1,this.endSeen=!1,this.words=``,this.#e=new IntersectionObserver(e=>{e.some(e=>e.isIntersecting)&&(this.endSeen=!0,this.#e.disconnect())}),this.#n=!1,this.#i=e=>{this.#t={x:e.clientX,y:e.clientY},this.#n=this.#o(e)&&gc()!==``},this.#a=e=>{!this.choice||e.button!==0||e.detail>1||this.#o(e)&&e.composedPath().some(hc)||e.detail!==0&&this.#o(e)&&(this.#n||this.#s(e)||gc()!==``)||this.dispatchEvent(new zn(this.choice))},this.addEventListener(`pointerdown`,this.#i),this.addEventListener(`click`,this.#a)}connectedCallback(){super.connectedCallback(),this.hasUpdated&&this.#r()}disconnectedCallback(){super.disconnectedCallback(),this.#e.disconnect()}willUpdate(e){e.has(`content`)&&(this.words=In(Fn(xn(this.content))),this.endSeen=!1)}updated(e){(e.has(`content`)||e.has(`choice`))&&this.#r()}scrollPage(e){return this.body?.scrollPage(e)??!1}render(){let e=this.choice;if(!e)return E;let t=xn(this.content);return w`
      <div class="head">
        <button role="radio" aria-checked=${this.chosen} aria-keyshortcuts=${un(e)}>
          ${e.keys.map(e=>w`<kbd aria-hidden="true">${e}</kbd>`)}
          <span class="name" aria-hidden="true">${this.name}</span>
          <span class="unseen">${e.label}</span>
          ${this.chosen?w`<span class="mark" aria-hidden="true">Preferred</span>`:E}
        </button>
        <span class="facts">${this.words}${this.endSeen?w`<span class="seen"> · end seen</span>`:E}</span>
      </div>
      <scroll-box label=${`Text of ${this.name.toLowerCase()}`} .text=${t}>
        ${Sn(this.content)?w`<p class="empty">This answer is empty.</p>`:w`<shown-content .content=${this.content} .raw=${this.raw}></shown-content>`}
        <div class="end"></div>
      </scroll-box>
    `}#r(){this.#e.disconnect(),this.end&&!this.endSeen&&this.#e.observe(this.end)}#i;#a;#o(e){return this.body!==null&&e.composedPath().includes(this.body)}#s(e){let t=this.#t;return t!==void 0&&Math.hypot(e.clientX-t.x,e.clientY-t.y)>mc}};L([k({attribute:!1})],Z.prototype,`choice`,void 0),L([k({attribute:!1})],Z.prototype,`name`,void 0),L([k({attribute:!1})],Z.prototype,`content`,void 0),L([k({type:Boolean,reflect:!0})],Z.prototype,`chosen`,void 0),L([k({type:Boolean})],Z.prototype,`raw`,void 0),L([A()],Z.prototype,`endSeen`,void 0),L([A()],Z.prototype,`words`,void 0),L([j(`.end`)],Z.prototype,`end`,void 0),L([j(`scroll-box`)],Z.prototype,`body`,void 0),Z=L([O(`answer-card`)],Z);function hc(e){return e instanceof Element&&e.matches(`a, button, summary`)}function gc(){return document.getSelection()?.toString()??``}var _c={text:``},vc=class e extends Event{static{this.type=`verdict-kept`}constructor(){super(e.type,{bubbles:!0,composed:!0})}},yc=3,Q=class extends D{constructor(...e){super(...e),this.taskNumber=0,this.expired=!1,this.raw=!1}static{this.styles=[P,F,kn]}scrollAnswers(e){return[...this.cards].map(t=>t.scrollPage(e)).includes(!0)}render(){let e=this.comparison;if(!e)return E;let t=[e.slots[0]??_c,e.slots[1]??_c];return w`
      <section class="prompt" aria-labelledby="prompt-name">
        <div class="eyebrow">
          <h2 id="prompt-name">Prompt</h2>
          <span>#${this.taskNumber}</span>
          <span class="same" role="status">${Cn(...t)?`Both answers are the same text.`:E}</span>
          ${xc(e.not_asked)} ${this.#e()}
        </div>
        <scroll-box label="Text of the prompt" .text=${e.prompt.map(xn).join()}>
          <div>
            ${bc(e)?w`<p class="empty">The prompt is empty.</p>`:E}
            ${e.prompt.map(e=>w`<div class="part ${e.caption?`caption`:xn(e).length>400?`long`:``}">
                  <shown-content .content=${e} .raw=${this.raw}></shown-content>
                </div>`)}
          </div>
        </scroll-box>
      </section>
      <div class="answers" role="radiogroup" aria-label="Which answer is better?">
        ${[Zt,$t].map((e,n)=>w`<answer-card
              .choice=${e}
              .name=${`Answer ${n+1}`}
              .content=${t[n]??_c}
              .raw=${this.raw}
              .chosen=${sn(this.previous,e.verdict)}
            ></answer-card>`)}
      </div>
    `}#e(){return this.previous?w`<span class="note">
        You said: ${on(this.previous)}. Choose again to change it.
        <button class="quiet" aria-keyshortcuts="Escape" @click=${()=>this.dispatchEvent(new vc)}>
          Keep it <kbd aria-hidden="true">Esc</kbd>
        </button>
      </span>`:this.expired?w`<span class="note warn">
          You were away for a while. Your verdict still counts unless somebody else has taken this task.
        </span>`:E}};L([k({attribute:!1})],Q.prototype,`comparison`,void 0),L([k({attribute:!1})],Q.prototype,`taskNumber`,void 0),L([k({attribute:!1})],Q.prototype,`previous`,void 0),L([k({type:Boolean})],Q.prototype,`expired`,void 0),L([k({type:Boolean})],Q.prototype,`raw`,void 0),L([$e(`answer-card`)],Q.prototype,`cards`,void 0),Q=L([O(`comparison-view`)],Q);function bc(e){return e.prompt.every(e=>e.caption||Sn(e))}function xc(e){if(e.length===0)return E;let t=e.length>yc?` and ${e.length-yc} more`:``;return w`<span class="not-asked"> Not asked on this page: ${e.slice(0,yc).join(`, `)}${t} </span>`}var Sc=g`
  dialog {
    width: min(560px, calc(100vw - 2 * var(--space-4)));
    max-height: min(80dvh, 760px);
    padding: var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
    color: var(--ink);
    box-shadow: 0 12px 60px rgb(0 0 0 / 0.3);
  }
  dialog::backdrop {
    background: rgb(10 12 18 / 0.45);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
    margin-bottom: var(--space-4);
  }
  h2 {
    margin: 0;
    font-size: var(--text-4);
    line-height: 1.3;
  }
`,Cc=class extends D{constructor(...e){super(...e),this.text=``}static{this.styles=[P,F,Sc]}get open(){return this.dialog.open}show(){this.dialog.showModal()}render(){return w`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">Guidelines</h2>
        <button class="quiet" @click=${()=>this.dialog.close()}>Close <kbd aria-hidden="true">Esc</kbd></button>
      </div>
      <prose-text .text=${this.text}></prose-text>
    </dialog>`}};L([k()],Cc.prototype,`text`,void 0),L([j(`dialog`)],Cc.prototype,`dialog`,void 0),Cc=L([O(`guidelines-dialog`)],Cc);var wc=g`
  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    margin: 0 0 var(--space-4);
  }
  dt,
  dd {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 38px;
    margin: 0;
    border-top: 1px solid var(--line);
    font-size: var(--text-2);
  }
  dd {
    justify-content: end;
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-size: var(--text-2);
  }
  input {
    width: 18px;
    height: 18px;
    accent-color: var(--accent);
  }
  p {
    margin: var(--space-1) 0 0 26px;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
`,Tc=class e extends Event{static{this.type=`character-keys`}constructor(t){super(e.type,{bubbles:!0,composed:!0}),this.enabled=t}},Ec=[{label:`Go back to the previous comparison`,keys:[`Ctrl Z`,`⌘ Z`]},{label:`Keep the earlier verdict`,keys:[`Esc`]},{label:`Scroll both answers`,keys:[`Space`,`Page ↓`,`Page ↑`]},{label:`Show or hide these keys`,keys:[`H`]}],Dc=class extends D{constructor(...e){super(...e),this.characterKeys=!0,this.#e=e=>{this.dispatchEvent(new Tc(e.target.checked))},this.#t=e=>{if(e.target!==this.dialog)return;let t=this.dialog.getBoundingClientRect();e.clientX>=t.left&&e.clientX<=t.right&&e.clientY>=t.top&&e.clientY<=t.bottom||this.dialog.close()}}static{this.styles=[P,F,Sc,wc]}get open(){return this.dialog.open}toggle(){this.dialog.open?this.dialog.close():this.dialog.showModal()}render(){return w`<dialog aria-labelledby="title" @click=${this.#t}>
      <div class="head">
        <h2 id="title">Keys</h2>
        <button class="quiet" @click=${()=>this.dialog.close()}>Close <kbd aria-hidden="true">Esc</kbd></button>
      </div>
      <dl>
        ${[...rn,...Ec].map(({label:e,keys:t})=>w`<dt>${e}</dt>
              <dd>${t.map(e=>w`<kbd>${e}</kbd>`)}</dd>`)}
      </dl>
      <label>
        <input type="checkbox" .checked=${this.characterKeys} @change=${this.#e} />
        Letters, digits and “?” work as keys
      </label>
      <p>Switch this off if speech input or a screen reader triggers them by accident. The arrow keys always work.</p>
    </dialog>`}#e;#t};L([k({attribute:!1})],Dc.prototype,`characterKeys`,void 0),L([j(`dialog`)],Dc.prototype,`dialog`,void 0),Dc=L([O(`keys-dialog`)],Dc);var Oc=g`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }
  .actions {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    margin-top: var(--space-2);
  }
  .skeleton,
  .skeleton .pair {
    display: grid;
    gap: var(--space-4);
  }
  .skeleton {
    grid-template-rows: 96px 1fr;
    /* Most waits are over before this shows. */
    animation: appear 0.2s 0.25s both;
  }
  .skeleton .pair {
    grid-template-columns: 1fr 1fr;
  }
  .skeleton div:not(.pair) {
    border: 1px solid var(--line);
    border-radius: var(--radius-3);
    background: var(--surface);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (max-width: 760px) {
    .skeleton .pair {
      grid-template-columns: 1fr;
    }
  }
`,kc=g`
  :host {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: var(--space-3);
    min-height: 46dvh;
    padding: var(--space-5);
    text-align: center;
  }
  .sign {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    background: var(--accent-wash);
    color: var(--accent);
    font-size: 1.6rem;
    line-height: 1;
  }
  h1,
  h2 {
    margin: var(--space-2) 0 0;
    font-size: var(--text-5);
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .words {
    max-width: 56ch;
    color: var(--ink-2);
  }
`,Ac=class extends D{constructor(...e){super(...e),this.sign=``,this.headline=``,this.level=1}static{this.styles=[P,kc]}render(){return w`
      ${this.sign?w`<div class="sign" aria-hidden="true">${this.sign}</div>`:``}
      ${this.level===1?w`<h1>${this.headline}</h1>`:w`<h2>${this.headline}</h2>`}
      <div class="words"><slot></slot></div>
      <slot name="actions"></slot>
    `}};L([k()],Ac.prototype,`sign`,void 0),L([k()],Ac.prototype,`headline`,void 0),L([k({type:Number})],Ac.prototype,`level`,void 0),Ac=L([O(`page-message`)],Ac);var jc=class e extends Event{static{this.type=`look-wanted`}constructor(){super(e.type,{bubbles:!0,composed:!0})}},Mc=class extends D{constructor(...e){super(...e),this.lack={kind:`loading`}}static{this.styles=[P,F,Oc]}render(){let e=this.lack;switch(e.kind){case`loading`:return w`<div class="skeleton" role="status" aria-label="Fetching the next comparison">
          <div></div>
          <div class="pair">
            <div></div>
            <div></div>
          </div>
        </div>`;case`done`:return w`<page-message level="2" sign="✓" headline="All done for now">
          There is nothing left for you to compare in this project. This page checks again from time to time.
          ${this.#t(this.#e(`Look again`))}
        </page-message>`;case`waiting`:return w`<page-message level="2" sign="…" headline="Waiting for the server">
          The server is not answering. This page keeps trying, and keeps what you have judged until it is saved.
          ${this.#t(this.#e(`Try now`))}
        </page-message>`;case`unavailable`:return w`<page-message level="2" headline="Nothing to label here">
          ${e.reason} ${this.#t(E)}
        </page-message>`}}#e(e){return w`<button class="button" @click=${()=>this.dispatchEvent(new jc)}>${e}</button>`}#t(e){return w`<div slot="actions" class="actions">
      ${e}
      <a class="quiet" href=${vt.projects}>All projects</a>
    </div>`}};L([k({attribute:!1})],Mc.prototype,`lack`,void 0),Mc=L([O(`no-comparison`)],Mc);var Nc=g`
  header {
    display: flex;
    align-items: center;
    gap: var(--space-4);
    min-height: 58px;
    padding: var(--space-2) var(--space-5);
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .brand {
    border-radius: var(--radius-1);
    color: var(--ink);
    font-weight: 650;
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  b {
    color: var(--accent);
    font-weight: inherit;
  }
  @media (max-width: 760px) {
    header {
      flex-wrap: wrap;
      gap: 0 var(--space-3);
      min-height: 50px;
      padding: var(--space-1) var(--space-4);
    }
  }
`,Pc=class extends D{static{this.styles=[P,Nc]}render(){return w`<header>
      <a class="brand" href=${vt.projects} aria-label="Prefstream, all projects">Pref<b>stream</b></a>
      <slot></slot>
    </header>`}};Pc=L([O(`page-header`)],Pc);var Fc=g`
  :host {
    display: grid;
    gap: 4px;
    min-width: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
    font-variant-numeric: tabular-nums;
  }
  .words {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    min-height: 1.5em;
    white-space: nowrap;
  }
  b {
    color: var(--ink);
  }
  .track {
    height: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: color-mix(in oklab, var(--line) 70%, var(--surface));
  }
  .fill {
    height: 100%;
    border-radius: 3px;
    background: var(--accent);
    transform-origin: left;
    transition: scale 0.25s;
  }
  :host([complete]) .fill {
    background: var(--good);
  }
`,Ic=new Intl.NumberFormat(`en`),Lc=class extends D{constructor(...e){super(...e),this.finished=0,this.total=0,this.complete=!1}static{this.styles=[P,Fc]}willUpdate(){this.complete=this.total>0&&this.finished>=this.total}render(){let e=`${Ic.format(this.finished)} of ${Ic.format(this.total)} finished`,t=this.total>0?Math.min(1,this.finished/this.total):0;return w`
      <div class="words">
        <span>${this.mine===void 0?``:w`<b>${Ic.format(this.mine)}</b> by you`}</span>
        <span>${e}</span>
      </div>
      <div
        class="track"
        role="progressbar"
        aria-label="Finished tasks"
        aria-valuemin="0"
        aria-valuemax=${this.total}
        aria-valuenow=${this.finished}
        aria-valuetext=${e}
      >
        <div class="fill" .style=${`scale: ${t} 1`}></div>
      </div>
    `}};L([k({type:Number})],Lc.prototype,`finished`,void 0),L([k({type:Number})],Lc.prototype,`total`,void 0),L([k({type:Number})],Lc.prototype,`mine`,void 0),L([k({type:Boolean,reflect:!0})],Lc.prototype,`complete`,void 0),Lc=L([O(`progress-meter`)],Lc);var Rc=g`
  div {
    display: flex;
    align-items: start;
    gap: var(--space-3);
    padding: var(--space-2) var(--space-5);
    border-bottom: 1px solid color-mix(in oklab, var(--warn) 35%, transparent);
    background: var(--warn-wash);
    font-size: var(--text-2);
  }
  ul {
    flex: 1;
    max-height: 22dvh;
    margin: 6px 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  li + li {
    margin-top: var(--space-2);
  }
  b {
    color: var(--warn);
  }
  .quiet {
    border-color: color-mix(in oklab, var(--warn) 45%, transparent);
    color: var(--ink);
  }
  @media (max-width: 760px) {
    div {
      padding: var(--space-2) var(--space-4);
    }
  }
`,zc=class e extends Event{static{this.type=`refused-dismissed`}constructor(){super(e.type,{bubbles:!0,composed:!0})}},Bc=class extends D{constructor(...e){super(...e),this.refused=[]}static{this.styles=[P,F,Rc]}render(){return this.refused.length===0?E:w`<div role="alert">
      <ul>
        ${this.refused.map(e=>w`<li>${this.#e(e)}</li>`)}
      </ul>
      <button class="quiet" @click=${()=>this.dispatchEvent(new zc)}>Got it</button>
    </div>`}#e({entry:e,lost:t,reason:n}){let r=t?`Your time for it ran out, and somebody else has taken over the task.`:n;return w`<b>Your verdict on #${e.taskNumber} was not counted.</b> ${r} You said “${on(e.verdict)}”
      about “${e.promptStart}${e.promptStart.length>=80?`…`:``}”.`}};L([k({attribute:!1})],Bc.prototype,`refused`,void 0),Bc=L([O(`refused-notice`)],Bc);var Vc=g`
  :host {
    display: inline-grid;
    color: var(--good);
    font-size: var(--text-1);
    white-space: nowrap;
  }
  span::before {
    content: '';
    display: inline-block;
    width: 7px;
    height: 7px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: currentColor;
  }
  .saving {
    color: var(--ink-2);
  }
  .retrying,
  .logged-out {
    color: var(--warn);
    font-weight: 600;
  }
`,Hc=600,Uc=class extends D{constructor(...e){super(...e),this.saving={kind:`saved`},this.shown={kind:`saved`}}static{this.styles=[P,Vc]}#e;disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#e)}willUpdate(e){e.has(`saving`)&&(clearTimeout(this.#e),this.saving.kind===`saving`&&this.shown.kind===`saved`?this.#e=setTimeout(()=>this.shown=this.saving,Hc):this.shown=this.saving)}render(){return w`<span role="status" class=${this.shown.kind}>${Wc(this.shown)}</span>`}};L([k({attribute:!1})],Uc.prototype,`saving`,void 0),L([A()],Uc.prototype,`shown`,void 0),Uc=L([O(`save-state`)],Uc);function Wc(e){switch(e.kind){case`saved`:return`All saved`;case`saving`:return`Saving ${e.unsaved}…`;case`retrying`:return`${e.unsaved} not saved, trying again`;case`logged-out`:return`${e.unsaved} not saved, log in again`}}var Gc={auto:`light`,light:`dark`,dark:`auto`},Kc={auto:`◐`,light:`☀`,dark:`☾`},qc={auto:`as the system`,light:`light`,dark:`dark`},Jc=class extends D{constructor(...e){super(...e),this.theme=Ft(),this.#e=()=>{this.theme=Gc[this.theme],It(this.theme)}}static{this.styles=[P,F]}render(){let e=`Colours: ${qc[this.theme]}`;return w`<button class="quiet" aria-label=${e} title=${e} @click=${this.#e}>
      ${Kc[this.theme]}
    </button>`}#e};L([A()],Jc.prototype,`theme`,void 0),Jc=L([O(`theme-switch`)],Jc);var Yc=g`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--space-2) var(--space-4);
    padding: var(--space-3) var(--space-5);
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .scale {
    display: flex;
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
  }
  .scale button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 42px;
    padding: 8px 18px;
    border: 0;
    background: none;
    color: var(--ink);
    font: inherit;
    font-size: var(--text-2);
    font-weight: 550;
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .scale button + button {
    border-inline-start: 1px solid var(--line);
  }
  .scale button:first-child {
    border-radius: 9px 0 0 9px;
  }
  .scale button:last-child {
    border-radius: 0 9px 9px 0;
  }
  button:focus-visible {
    position: relative;
    z-index: 1;
  }
  @media (hover: hover) {
    .scale button:hover:not([aria-disabled='true']) {
      background: var(--accent-wash);
    }
  }
  .scale button:active:not([aria-disabled='true']) {
    background: var(--accent-wash);
  }
  .scale button[aria-pressed='true'],
  .scale button[aria-pressed='true']:hover:not([aria-disabled='true']) {
    background: var(--accent);
    color: var(--accent-ink);
  }
  .quiet[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-wash);
    color: var(--accent);
    font-weight: 600;
  }
  [aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  .more {
    display: flex;
    gap: var(--space-1);
  }
  .short {
    display: none;
  }
  @media (max-width: 1040px) {
    .more kbd {
      display: none;
    }
  }
  @media (max-width: 760px) {
    :host {
      gap: var(--space-1);
      padding: var(--space-2) var(--space-3) max(var(--space-2), env(safe-area-inset-bottom));
    }
    .scale,
    .more {
      width: 100%;
    }
    .scale button {
      flex: 1.4;
      min-height: 48px;
      padding: 8px 4px;
    }
    .scale button:nth-child(2) {
      flex: 1;
    }
    .more {
      justify-content: space-between;
    }
    .quiet {
      flex: auto;
      min-height: 44px;
      padding: 6px 4px;
    }
    kbd {
      display: none;
    }
    /* Screen readers still find the whole name. */
    .full {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .short {
      display: inline;
    }
  }
`,Xc=class e extends Event{static{this.type=`undo-wanted`}constructor(){super(e.type,{bubbles:!0,composed:!0})}},Zc=/Mac|iPhone|iPad/.test(navigator.userAgent)?`⌘ Z`:`Ctrl Z`,Qc=class extends D{constructor(...e){super(...e),this.allows=[],this.canUndo=!1,this.idle=!1}static{this.styles=[P,F,Yc]}render(){return w`
      <div class="scale" role="group" aria-label="Verdict">
        ${[Zt,Qt,$t].map(e=>this.#e(e,``))}
      </div>
      <div class="more" role="group" aria-label="Other verdicts and undo">
        ${[en,tn,nn].map(e=>this.#e(e,`quiet`))}
        <button
          class="quiet"
          aria-keyshortcuts="Control+Z Meta+Z"
          ?disabled=${!this.canUndo}
          @click=${()=>this.dispatchEvent(new Xc)}
        >
          Undo <kbd aria-hidden="true">${Zc}</kbd>
        </button>
      </div>
    `}#e(e,t){let n=this.allows.includes(e.verdict.outcome);return!this.idle&&!n?E:w`<button
      class=${t}
      aria-pressed=${sn(this.previous,e.verdict)}
      aria-keyshortcuts=${un(e)}
      aria-disabled=${this.idle}
      @click=${t=>this.#t(t,e)}
    >
      <span class="full">${e.label}</span>
      <span class="short" aria-hidden="true">${e.short}</span>
      <kbd aria-hidden="true">${e.keys.at(-1)}</kbd>
    </button>`}#t(e,t){e.detail<=1&&!this.idle&&this.dispatchEvent(new zn(t))}};L([k({attribute:!1})],Qc.prototype,`allows`,void 0),L([k({attribute:!1})],Qc.prototype,`previous`,void 0),L([k({attribute:!1})],Qc.prototype,`canUndo`,void 0),L([k({attribute:!1})],Qc.prototype,`idle`,void 0),Qc=L([O(`verdict-bar`)],Qc);var $=class extends D{constructor(...e){super(...e),this.projectId=0,this.heading=``,this.announcement=``,this.#n=new Vt({dialogTakes:e=>this.#l(e),obey:e=>this.#u(e)}),this.#s=e=>{e.stopPropagation(),this.#f(e.choice.verdict)},this.#c=e=>{this.#n.characterKeys=e.enabled,this.requestUpdate()}}static{this.styles=[P,F,mn]}#e;#t;#n;connectedCallback(){super.connectedCallback();let e=this.outbox;if(!e)throw Error(`labeling-page needs an outbox`);let t=new dn({api:N,outbox:e,projectId:this.projectId,later:Ct,newKey:Tt,now:()=>performance.now(),onChange:()=>this.requestUpdate(),onLoggedOut:()=>this.dispatchEvent(new hn)});this.#e=t,this.#t=new AbortController;let{signal:n}=this.#t;this.#n.listen(n),pn({onVisible:e=>t.setVisible(e),onActivity:()=>t.noteActivity()},n),t.start(),this.#a()}disconnectedCallback(){super.disconnectedCallback(),this.#t?.abort(),this.#e?.end()}render(){let e=this.#e,t=this.outbox;if(!e||!t)return E;let n=e.phase,r=n.kind===`judging`?n:void 0,i=this.project?.expert_instruction;return w`
      ${this.#r(e,t)}
      <refused-notice .refused=${t.refused} @refused-dismissed=${()=>t.dismissRefused()}></refused-notice>
      <main @verdict-chosen=${this.#s} @verdict-kept=${()=>this.#m()}>${this.#i(n)}</main>
      <verdict-bar
        role="region"
        aria-label="Verdicts"
        ?hidden=${n.kind!==`judging`&&n.kind!==`loading`&&!e.canUndo}
        .idle=${!r}
        .allows=${r?.lease.comparison?.allows??[]}
        .previous=${r?.previous}
        .canUndo=${e.canUndo}
        @verdict-chosen=${this.#s}
        @undo-wanted=${()=>this.#p()}
      ></verdict-bar>
      <div class="unseen" role="status">${this.announcement}</div>
      <keys-dialog
        .characterKeys=${this.#n.characterKeys}
        @character-keys=${this.#c}
      ></keys-dialog>
      ${i?w`<guidelines-dialog .text=${i}></guidelines-dialog>`:E}
    `}#r(e,t){let n=e.progress,r=this.project?.expert_instruction;return w`<page-header>
      ${this.heading?w`<h1>${this.heading}</h1>`:E}
      <save-state .saving=${t.state}></save-state>
      <progress-meter
        class=${n?``:`unknown`}
        .mine=${n?.mine??0}
        .finished=${n?.finished??0}
        .total=${n?.total??0}
      ></progress-meter>
      <div class="tools">
        ${r?w`<button class="quiet" @click=${()=>this.guidelines?.show()}>Guidelines</button>`:E}
        <theme-switch class="wide"></theme-switch>
        <button class="quiet wide" aria-keyshortcuts="H" @click=${()=>this.keys.toggle()}>
          Keys <kbd aria-hidden="true">H</kbd>
        </button>
      </div>
    </page-header>`}#i(e){return e.kind===`judging`?w`<comparison-view
      .comparison=${e.lease.comparison??void 0}
      .taskNumber=${e.lease.inner_id}
      .previous=${e.previous}
      .expired=${e.expired}
    ></comparison-view>`:w`<no-comparison .lack=${e} @look-wanted=${()=>this.#e?.lookAgain()}></no-comparison>`}async#a(){try{this.project=await N.project(this.projectId,this.#t?.signal),this.#o(this.project)}catch(e){e instanceof M&&e.status<500||setTimeout(()=>this.isConnected&&void this.#a(),5e3),this.isConnected&&this.#o({id:this.projectId,title:``})}}#o(e){this.heading=fn(e),document.title=`${this.heading} · Prefstream`}#s;#c;#l(e){return this.keys.open?(e===`help`&&this.keys.toggle(),!0):this.guidelines?.open??!1}#u(e){switch(e){case`undo`:return this.#p();case`keep`:return this.#m();case`help`:return this.keys.toggle(),!0;case`scroll-down`:return this.view?.scrollAnswers(1)??!1;case`scroll-up`:return this.view?.scrollAnswers(-1)??!1;default:return this.#d(e)}}#d(e){let t=this.#e?.phase;if(t?.kind!==`judging`)return!0;let n=an(e,t.lease.comparison?.allows??[]);return n&&this.#f(n.verdict),!0}#f(e){document.getSelection()?.removeAllRanges(),this.#e?.judge(e),this.#h(`You said: ${on(e)}.`)}#p(){return this.#e?.canUndo?(this.#e.undo(),this.#h(`Back at the previous comparison.`),!0):!1}#m(){let e=this.#e?.phase;return e?.kind!==`judging`||!e.previous?!1:(this.#e?.keep(),this.#h(`The earlier verdict stands.`),!0)}#h(e){let t=this.#e?.phase,n=t?.kind===`judging`?` Now at number ${t.lease.inner_id}.`:``;this.announcement=e+n,window.scrollTo({top:0,behavior:`instant`})}};L([k({attribute:!1})],$.prototype,`projectId`,void 0),L([k({attribute:!1})],$.prototype,`outbox`,void 0),L([A()],$.prototype,`project`,void 0),L([A()],$.prototype,`heading`,void 0),L([A()],$.prototype,`announcement`,void 0),L([j(`comparison-view`)],$.prototype,`view`,void 0),L([j(`keys-dialog`)],$.prototype,`keys`,void 0),L([j(`guidelines-dialog`)],$.prototype,`guidelines`,void 0),$=L([O(`labeling-page`)],$);var $c=g`
  :host {
    display: grid;
    place-items: center;
    min-height: 100dvh;
    padding: var(--space-4);
  }
  main {
    width: min(400px, 100%);
  }
  form {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-6);
    ${Ot}
  }
  h1 {
    margin: 0;
    font-size: var(--text-5);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
  }
  h1 b {
    color: var(--accent);
    font-weight: inherit;
  }
  h1 + p {
    margin: -8px 0 var(--space-1);
    color: var(--ink-2);
  }
  .field {
    display: grid;
    gap: var(--space-1);
  }
  label {
    font-size: var(--text-2);
    font-weight: 550;
  }
  input {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    font-size: var(--text-3);
  }
  input:focus-visible {
    outline-offset: 0;
  }
  input[aria-invalid='true'] {
    border-color: var(--bad);
  }
  .button {
    min-height: 44px;
  }
  .problem {
    margin: 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-2);
    background: var(--bad-wash);
    color: var(--bad);
    font-size: var(--text-2);
  }
  .hint {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  @media (max-width: 440px) {
    form {
      padding: var(--space-5);
    }
  }
`,el=class e extends Event{static{this.type=`logged-in`}constructor(){super(e.type,{bubbles:!0,composed:!0})}},tl=class extends D{constructor(...e){super(...e),this.busy=!1,this.problem=``,this.mistaken=!1,this.#t=async e=>{if(e.preventDefault(),this.busy)return;let t=this.email.value.trim(),n=this.password.value;!t||!n?this.#i(t?`Please enter your password.`:`Please enter your email address.`,t?this.password:this.email):await this.#n(t,n)}}static{this.styles=[P,F,$c]}#e;connectedCallback(){super.connectedCallback(),document.title=`Log in · Prefstream`}firstUpdated(){this.email.focus()}disconnectedCallback(){super.disconnectedCallback(),this.#e?.abort()}render(){return w`<main>
      <form @submit=${this.#t} novalidate aria-busy=${this.busy}>
        <h1>Pref<b>stream</b></h1>
        <p>Compare answers. Say which is better.</p>
        <div class="field">
          <label for="email">Email</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            aria-invalid=${this.mistaken}
          />
        </div>
        <div class="field">
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-invalid=${this.mistaken}
          />
        </div>
        ${this.problem?w`<p class="problem" role="alert">${this.problem}</p>`:E}
        <button class="button" type="submit" ?disabled=${this.busy}>${this.busy?`One moment…`:`Log in`}</button>
        <p class="hint">No account yet, or password forgotten? Ask the person who runs this Prefstream.</p>
      </form>
    </main>`}#t;async#n(e,t){this.busy=!0,this.problem=``,this.mistaken=!1,this.#e=new AbortController;try{await N.logIn(e,t,this.#e.signal),this.dispatchEvent(new el)}catch(e){this.#e.signal.aborted||this.#r(e)}finally{this.busy=!1}}#r(e){if(e instanceof M&&e.status===429)this.problem=`Too many attempts. Please wait a minute and try again.`;else if(e instanceof M&&e.status<500)this.password.value=``,this.#i(`This email and password do not match. Please check both.`,this.password);else{let t=e instanceof ot||e instanceof M;this.problem=t?`Prefstream cannot be reached right now. Please try again in a moment.`:`Something went wrong on this page. Please reload it and try again.`}}#i(e,t){this.problem=e,this.mistaken=!0,t.focus()}};L([A()],tl.prototype,`busy`,void 0),L([A()],tl.prototype,`problem`,void 0),L([A()],tl.prototype,`mistaken`,void 0),L([j(`#email`)],tl.prototype,`email`,void 0),L([j(`#password`)],tl.prototype,`password`,void 0),tl=L([O(`login-page`)],tl);var nl=g`
  .grow {
    flex: 1;
  }
  .who {
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-2);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  main {
    width: min(1080px, 100%);
    margin: 0 auto;
    padding: var(--space-6) var(--space-5);
  }
  h1 {
    margin: 0 0 var(--space-4);
    font-size: var(--text-5);
    letter-spacing: -0.015em;
    line-height: 1.25;
  }
  ul {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .foot {
    margin-top: var(--space-4);
    text-align: center;
  }
  .quiet.edge {
    border-color: var(--line);
  }
  @media (max-width: 760px) {
    main {
      padding: var(--space-4);
    }
  }
  @media (max-width: 440px) {
    .who {
      display: none;
    }
  }
`,rl=g`
  :host {
    display: block;
  }
  pre {
    max-width: min(720px, calc(100vw - 4 * var(--space-4)));
    margin: var(--space-3) auto 0;
    padding: var(--space-4);
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-2);
    background: var(--surface);
    color: var(--ink);
    font: 0.82rem/1.55 var(--mono);
    text-align: start;
  }
`,il=class extends D{static{this.styles=[P,rl]}render(){return w`<page-message headline="Create the first project">
      A project has a labeling configuration and tasks: prompts with two answers each. Make one with the API or with
      Label Studio’s Python SDK, whichever you have at hand.
      <pre slot="actions" tabindex="0" aria-label="Example">${al(location.origin)}</pre>
    </page-message>`}};il=L([O(`first-project`)],il);function al(e){return`# pip install label-studio-sdk
from label_studio_sdk import Client

project = Client("${e}", api_key="YOUR TOKEN").start_project(
    title="Which answer is better?",
    label_config="""
      <View>
        <Text name="prompt" value="$prompt"/>
        <Text name="answer1" value="$answer1"/>
        <Text name="answer2" value="$answer2"/>
        <Pairwise name="comparison" toName="answer1,answer2"/>
      </View>""")
project.import_tasks([
    {"prompt": "…", "answer1": "…", "answer2": "…"}])

# or: curl -H "Authorization: Token $TOKEN" -H "Content-Type: application/json" \\
#       -d '{"title": "…", "label_config": "…"}' ${e}/api/projects
# Your token: ${e}/api/current-user/token`}var ol=g`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 260px auto;
    align-items: center;
    gap: var(--space-2) var(--space-6);
    padding: var(--space-4) var(--space-5);
    ${Ot}
  }
  h2 {
    margin: 0;
    font-size: var(--text-3);
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  p {
    display: -webkit-box;
    margin: 2px 0 0;
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-2);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  details {
    margin-top: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  summary {
    color: var(--warn);
    font-weight: 600;
    cursor: pointer;
  }
  ul {
    margin: var(--space-2) 0 0;
    padding-inline-start: var(--space-5);
    overflow-wrap: anywhere;
  }
  .button.spent {
    border-color: var(--line);
    background: none;
    color: var(--accent);
  }
  .button.spent:hover {
    background: var(--accent-wash);
  }
  .none {
    text-align: end;
    color: var(--ink-2);
    font-size: var(--text-1);
  }
  @media (max-width: 760px) {
    :host {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: var(--space-4);
    }
    progress-meter,
    .none {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`,sl=class extends D{static{this.styles=[P,F,ol]}render(){let e=this.project;if(!e)return E;let t=fn(e),n=e.task_number??0,r=e.finished_task_number??0,i=n>0?w`<progress-meter .finished=${r} .total=${n}></progress-meter>`:w`<span class="none">No tasks yet</span>`;return w`
      <div>
        <h2>${t}</h2>
        ${e.description?w`<p>${e.description}</p>`:E}
        ${this.#e(e.label_config_warnings)}
      </div>
      ${i}
      <a class="button ${n>r?``:`spent`}" href=${vt.label(e.id)} aria-label="Label ${t}">
        Label
      </a>
    `}#e(e){return e.length===0?E:w`<details>
      <summary>${e.length===1?`1 warning`:`${e.length} warnings`} about the labeling configuration</summary>
      <ul>
        ${e.map(e=>w`<li>${e}</li>`)}
      </ul>
    </details>`}};L([k({attribute:!1})],sl.prototype,`project`,void 0),sl=L([O(`project-card`)],sl);var cl=class e extends Event{static{this.type=`log-out`}constructor(){super(e.type,{bubbles:!0,composed:!0})}},ll=class extends D{constructor(...e){super(...e),this.projects=[],this.total=0,this.phase=`loading`,this.#e=0}static{this.styles=[P,F,nl]}#e;#t;connectedCallback(){super.connectedCallback(),document.title=`Projects · Prefstream`,this.#a()}disconnectedCallback(){super.disconnectedCallback(),this.#t?.abort()}render(){let e=this.user;return w`
      <page-header>
        <span class="grow"></span>
        ${e?w`<span class="who">${ul(e)}</span>`:E}
        <theme-switch></theme-switch>
        <button class="quiet" @click=${()=>this.dispatchEvent(new cl)}>Log out</button>
      </page-header>
      <main aria-busy=${this.phase===`loading`}>${this.#n()}</main>
    `}#n(){return this.projects.length>0?w`<h1>Projects</h1>
        <ul>
          ${this.projects.map(e=>w`<li><project-card .project=${e}></project-card></li>`)}
        </ul>
        ${this.projects.length<this.total?this.#r():E}`:this.phase===`failed`?w`<page-message sign="…" headline="The projects cannot be shown right now">
        The server is not answering.
        <button slot="actions" class="button" @click=${()=>this.#a()}>Try again</button>
      </page-message>`:this.phase===`loaded`?this.#i():E}#r(){let e=this.phase===`failed`;return w`<p class="foot">
      <button class="quiet edge" ?disabled=${this.phase===`loading`} @click=${()=>this.#a()}>
        ${e?`That did not work. Try again`:`Show more (${this.total-this.projects.length})`}
      </button>
    </p>`}#i(){return this.user?.role===`annotator`?w`<page-message headline="No project yet">
        You are not a member of any project. Ask the person who gave you this account to add you to one; it then appears
        here.
        <button slot="actions" class="button" @click=${()=>this.#a()}>Look again</button>
      </page-message>`:w`<first-project></first-project>`}async#a(){this.#t?.abort(),this.#t=new AbortController;let{signal:e}=this.#t;this.phase=`loading`;try{let t=await N.projects(this.#e+1,e);t.results.length>0&&this.#e++,this.projects=[...this.projects,...t.results],this.total=t.count,this.phase=`loaded`}catch(t){if(e.aborted)return;t instanceof M&&t.status===401?this.dispatchEvent(new hn):this.phase=`failed`}}};L([k({attribute:!1})],ll.prototype,`user`,void 0),L([A()],ll.prototype,`projects`,void 0),L([A()],ll.prototype,`total`,void 0),L([A()],ll.prototype,`phase`,void 0),ll=L([O(`projects-page`)],ll);function ul(e){return`${e.first_name} ${e.last_name}`.trim()||e.email}var dl=class extends D{constructor(...e){super(...e),this.place=yt(location.pathname,location.search),this.unreachable=!1,this.#c=e=>{let t=this.#e?.state.kind;(t===`retrying`||t===`logged-out`)&&e.preventDefault()}}static{this.styles=[P,F,kt]}#e;#t;connectedCallback(){super.connectedCallback(),this.#t=new AbortController;let{signal:e}=this.#t,t=()=>this.place=yt(location.pathname,location.search);window.addEventListener(`popstate`,t,{signal:e}),window.addEventListener(_t.type,t,{signal:e}),window.addEventListener(`online`,()=>this.#e?.wake(),{signal:e}),window.addEventListener(`beforeunload`,this.#c,{signal:e}),this.addEventListener(`click`,St,{signal:e}),this.addEventListener(`logged-in`,()=>void this.#r(),{signal:e}),this.addEventListener(`logged-out`,()=>this.#o(),{signal:e}),this.addEventListener(`log-out`,()=>void this.#s(),{signal:e}),this.#r()}disconnectedCallback(){super.disconnectedCallback(),this.#t?.abort(),this.#e?.stop()}render(){if(this.place.page===`log-in`)return w`<login-page></login-page>`;if(this.unreachable)return this.#n();if(!this.user)return E;switch(this.place.page){case`projects`:return w`<projects-page .user=${this.user}></projects-page>`;case`label`:return at(`${this.user.id}/${this.place.projectId}`,w`<labeling-page .projectId=${this.place.projectId} .outbox=${this.#e}></labeling-page>`);case`nowhere`:return w`<main>
          <page-message headline="There is no such page">
            The address may be mistyped, or the page it named no longer exists.
            <a slot="actions" class="button" href=${vt.projects}>All projects</a>
          </page-message>
        </main>`}}#n(){return w`<main>
      <page-message sign="…" headline="Prefstream cannot be reached right now">
        It may be starting up. Nothing is lost, and this page keeps trying.
        <button slot="actions" class="button" @click=${()=>this.#r()}>Try now</button>
      </page-message>
    </main>`}async#r(){try{this.#i(await N.whoAmI(this.#t?.signal))}catch(e){if(this.#t?.signal.aborted)return;e instanceof M&&e.status<500?this.#o():this.#a()}}#i(e){this.unreachable=!1,this.user?.id===e.id&&this.#e||(this.#e?.stop(),this.#e=new ht({shelf:new gt(e.id),later:Ct,send:e=>N.verdict(e.leaseId,e.token,e.verdict,e.leadTimeSeconds,e.key)}),this.#e.listen({onLoggedOut:()=>this.#o()})),this.user=e,this.#e.wake(),this.place.page===`log-in`&&xt(this.place.next,`replace`)}#a(){this.unreachable=this.place.page!==`log-in`;let e=Ct(4e3,()=>{this.unreachable&&this.#r()});this.#t?.signal.addEventListener(`abort`,e,{once:!0})}#o(){this.unreachable=!1,this.place.page!==`log-in`&&xt(vt.logIn(location.pathname+location.search),`replace`)}async#s(){await N.logOut().catch(()=>void 0),this.#e?.stop(),this.#e=void 0,this.user=void 0,xt(`/user/login`)}#c};L([A()],dl.prototype,`place`,void 0),L([A()],dl.prototype,`user`,void 0),L([A()],dl.prototype,`unreachable`,void 0),dl=L([O(`prefstream-app`)],dl),Lt();export{l as n,o as t};